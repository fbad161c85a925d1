import { join } from 'node:path'
import { buildFlags, loader } from '../../programs/loader.ts'
import type { Command } from '../measure/command.ts'

/** Folder of this project. */
export const project = join(import.meta.dirname, '../../..')

/** Generated archives and other programs' projects, kept from run to run; may be deleted at any time. */
export const benchCache = join(project, '.cache/bench')

/** One of the project's own commands as npm starts it, run over the content/ of another folder. */
export function ownCommand(script: string, cwd: string, args: readonly string[] = []): Command {
  const flags = script === 'build.ts' ? buildFlags : []
  return { args: [...flags, '--import', loader, join(project, 'scripts', script), ...args], cwd }
}
