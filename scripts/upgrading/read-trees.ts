import { type Git, requireGit } from '../programs/git.ts'
import type { Tree } from './plan-upgrade.ts'

/** What a commit holds. */
export async function readTree(git: Git, commit: string): Promise<Tree> {
  const out = await requireGit(git, ['ls-tree', '-r', '-z', '--full-tree', commit])
  return new Map(
    out.split('\0').flatMap((line) => {
      const [, mode, blob, path] = /^(\d+) blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? []
      return path === undefined ? [] : [[path, `${mode} ${blob}`]]
    }),
  )
}

/** Path → blobs that ever stood there, up to a commit. */
export type History = ReadonlyMap<string, ReadonlySet<string>>

export async function readHistory(git: Git, commit: string): Promise<History> {
  const args = [
    'log',
    '--format=',
    '--raw',
    '--no-abbrev',
    '--no-renames',
    '-m',
    '--root',
    '-z',
    commit,
    '--',
  ]
  const out = await requireGit(git, args)
  const found = out.matchAll(/:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) [A-Z]\0([^\0]*)\0/g)
  const history = new Map<string, Set<string>>()
  for (const [, blob = '', path = ''] of found) {
    history.set(path, (history.get(path) ?? new Set<string>()).add(blob))
  }
  return history
}
