import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Git, requireGit } from '../programs/git.ts'
import type { Tree } from './plan-upgrade.ts'

/** A file that the host and the release changed: put together, or a conflict. */
export type Merged =
  | { readonly kind: 'merged'; readonly path: string; readonly data: Buffer }
  | { readonly kind: 'conflict'; readonly path: string }

export type MergeInput = {
  readonly ours: Tree
  readonly base: Tree | undefined
  readonly next: Tree
}

/** Puts both changes into one file, where they touch different lines. */
export async function mergeBoth(git: Git, path: string, { ours, base, next }: MergeInput): Promise<Merged> {
  const blobs = [ours, base, next].map((tree) => tree?.get(path)?.split(' ')[1])
  const [own, old, new_] = blobs
  if (own === undefined || old === undefined || new_ === undefined) return { kind: 'conflict', path }
  const folder = mkdtempSync(join(tmpdir(), 'upgrade-'))
  try {
    for (const [name, blob] of [
      ['own', own],
      ['old', old],
      ['new', new_],
    ] as const) {
      writeFileSync(join(folder, name), await requireGit(git, ['cat-file', 'blob', blob]))
    }
    // When a workflow runs is for the host to say.
    const rule = path.startsWith('.github/workflows/') ? ['--ours'] : []
    const { code } = await git([
      'merge-file',
      '--quiet',
      ...rule,
      ...['own', 'old', 'new'].map((name) => join(folder, name)),
    ])
    return code === 0
      ? { kind: 'merged', path, data: readFileSync(join(folder, 'own')) }
      : { kind: 'conflict', path }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
