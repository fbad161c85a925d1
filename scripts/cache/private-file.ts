import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { toDiskProblem } from '../content/disk-problem.ts'

/**
 * Writes a file that nobody else can read, whole or not at all; the path is relative to the root, with `/`.
 * Throws a Problem where the disk is full or may not be written.
 */
export function writePrivate(root: string, path: string, text: string): void {
  const target = join(root, path)
  const staged = `${target}.tmp`
  try {
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
    // A file that lies there from a run that died would keep its old mode.
    rmSync(staged, { force: true })
    writeFileSync(staged, text, { mode: 0o600, flush: true })
    renameSync(staged, target)
  } catch (error) {
    throw toDiskProblem(error, path)
  }
}
