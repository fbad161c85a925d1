import { join } from 'node:path'
import type { Command } from '../measure/command.ts'

/** Folder of this project. */
export const project = join(import.meta.dirname, '../../..')

/** Generated archives and other programs' projects, kept from run to run; may be deleted at any time. */
export const benchCache = join(project, '.cache/bench')

/** One of the project's own commands, run over the content/ of another folder. */
export function ownCommand(script: string, cwd: string, args: readonly string[] = []): Command {
  return { args: ['--import', import.meta.resolve('tsx'), join(project, 'scripts', script), ...args], cwd }
}
