import { spawnSync } from 'node:child_process'
import type { Command } from '../measure/command.ts'
import type { Rival } from './rival-project.ts'

/** Hugo over markdown, its own layouts, no modules. */
export const hugo: Rival = { name: 'hugo', pages: 'content', data: 'data', personFiles: true }

/** Into `public/`. */
export function hugoCommand(cwd: string): Command {
  return { program: 'hugo', args: ['--quiet'], cwd }
}

/** `hugo v0.111.3 …`; undefined where it, or GNU time that measures it, is not installed. */
export function findHugoVersion(): string | undefined {
  const time = spawnSync('/usr/bin/time', ['--version'], { encoding: 'utf8' })
  if (!`${time.stdout}${time.stderr}`.includes('GNU')) return undefined
  const { status, stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' })
  return status === 0 ? stdout.split(' ').slice(0, 2).join(' ') : undefined
}
