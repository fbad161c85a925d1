import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** What git prints; throws where it fails. */
export function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
}

/** Commits everything in a folder as a host. */
export function commit(cwd: string, message: string): void {
  git(cwd, 'add', '--all')
  git(cwd, '-c', 'user.name=Host', '-c', 'user.email=host@example.org', 'commit', '--quiet', '-m', message)
}

/** A folder's files as the first commit of `origin.git` in the scratch folder, on the branch `trunk`. */
export function createOrigin(scratch: string, source: string): void {
  git(source, 'init', '--quiet', '--initial-branch=trunk')
  commit(source, 'Begin')
  git(scratch, 'clone', '--quiet', '--bare', source, 'origin.git')
}

/** A clone beside it, of the newest commit alone, as a workflow has it. Returns its folder. */
export function cloned(scratch: string, name: string): string {
  git(scratch, 'clone', '--quiet', '--depth', '1', `file://${scratch}/origin.git`, name)
  return join(scratch, name)
}
