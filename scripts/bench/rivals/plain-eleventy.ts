import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { z } from 'zod'
import type { Command } from '../measure/command.ts'
import type { Rival } from './rival-project.ts'

/** Markdown and Nunjucks, no plugins. */
export const plainEleventy: Rival = {
  name: 'plain-eleventy',
  pages: 'src',
  data: 'src/_data',
  personFiles: false,
}

/** An Eleventy project of one page: what starting it costs. */
export const onePage = join(import.meta.dirname, 'one-page')

/** Eleventy's own command in a project's folder, into `_site/`. */
export function eleventyCommand(cwd: string): Command {
  return { args: [program, '--quiet'], cwd }
}

const program = join(createRequire(import.meta.url).resolve('@11ty/eleventy'), '../../cmd.cjs')

/** As installed here. */
export function eleventyVersion(): string {
  return z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(program, '../package.json'), 'utf8'))).version
}
