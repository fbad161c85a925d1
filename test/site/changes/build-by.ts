import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { loader } from '../../../scripts/programs/loader.ts'

const script = join(import.meta.dirname, '../../../scripts/build.ts')

/** Builds in a folder with a Node and surroundings of its own; returns what it told. */
export function buildBy(node: string, root: string, env: Readonly<Record<string, string>> = {}): string {
  const args = ['--import', loader, script]
  return execFileSync(node, args, { cwd: root, env: { ...process.env, ...env }, encoding: 'utf8' })
}
