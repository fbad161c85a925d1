import { join } from 'node:path'
import type { Command } from '../measure/command.ts'

/** The floor: an archive's content into a folder, with nothing but Node. */
export function plainNodeCommand(archive: string, output: string): Command {
  return {
    args: [join(import.meta.dirname, 'plain-node/build.mjs'), join(archive, 'content'), output],
    cwd: archive,
  }
}
