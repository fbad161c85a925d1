import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Case, Contender } from '../measure/compare.ts'
import { installedEleventy } from '../plain-eleventy.ts'
import { ownCommand } from './places.ts'

type BuildCase = {
  readonly size: string
  /** Folder with a content/. */
  readonly archive: string
  /** The same posts as a plain Eleventy project. */
  readonly plain: string
  readonly runs: number
}

/** The whole site made anew into an empty folder. */
export function buildCase({ size, archive, plain, runs }: BuildCase): Case {
  return { task: 'full build', size, runs, contenders: [ownBuild(archive), plainBuild(plain)] }
}

/** The same with every TypeScript file compiled anew, as on a machine that never ran it. */
export function coldBuildCase({ size, archive, runs }: Omit<BuildCase, 'plain'>): Case {
  const warm = ownBuild(archive)
  const command = { ...warm.command, env: { TSX_DISABLE_CACHE: '1' } }
  return { task: 'full build, code compiled anew', size, runs, contenders: [{ ...warm, command }] }
}

function ownBuild(archive: string): Contender {
  return intoEmpty('this project', join(archive, 'dist'), ownCommand('build.ts', archive))
}

function plainBuild(plain: string): Contender {
  const { program } = installedEleventy()
  return intoEmpty('plain Eleventy', join(plain, '_site'), { args: [program, '--quiet'], cwd: plain })
}

function intoEmpty(name: string, output: string, command: Contender['command']): Contender {
  return {
    name,
    command,
    prepare: () => rmSync(output, { recursive: true, force: true }),
    countPages: () =>
      readdirSync(output, { recursive: true }).filter((file) => String(file).endsWith('.html')).length,
  }
}
