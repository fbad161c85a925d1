import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Git, requireGit } from '../programs/git.ts'
import { withVersion } from './package-version.ts'
import type { Tree } from './plan-upgrade.ts'

/** A file that the host and the release changed: put together, or a conflict. */
export type Merged =
  | { readonly kind: 'merged'; readonly path: string; readonly data: Buffer }
  /** The data are what is to stay of the host's; undefined for all of it. */
  | { readonly kind: 'conflict'; readonly path: string; readonly data: Buffer | undefined }

export type MergeInput = {
  readonly ours: Tree
  readonly base: Tree | undefined
  readonly next: Tree
  /** Of the release, `1.2.3`. */
  readonly version: string
}

/** Puts both changes into one file, where they touch different lines. */
export async function mergeBoth(git: Git, path: string, input: MergeInput): Promise<Merged> {
  const [own, old, new_] = await Promise.all(
    [input.ours, input.base, input.next].map((tree) => read(git, tree?.get(path))),
  )
  // Whose version it is was never in question, and it is what the next upgrade begins with.
  const isPackage = path === 'package.json'
  const known = (text: string) => (isPackage ? withVersion(text, input.version) : text)
  const data = isPackage && own !== undefined ? Buffer.from(known(own), 'latin1') : undefined
  const conflict = { kind: 'conflict', path, data } as const
  if (own === undefined || old === undefined || new_ === undefined) return conflict
  const folder = mkdtempSync(join(tmpdir(), 'upgrade-'))
  try {
    const texts = Object.entries({ own, old, new: new_ })
    const files = texts.map(([name]) => join(folder, name))
    for (const [name, text] of texts) writeFileSync(join(folder, name), known(text), 'latin1')
    // When a workflow runs is for the host to say.
    const rule = path.startsWith('.github/workflows/') ? ['--ours'] : []
    const { code } = await git(['merge-file', '--quiet', ...rule, ...files])
    return code === 0 ? { kind: 'merged', path, data: readFileSync(join(folder, 'own')) } : conflict
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A letter a byte, whatever encoding the file has; undefined where there is none. The entry is one of a tree. */
async function read(git: Git, entry: string | undefined): Promise<string | undefined> {
  const blob = entry?.split(' ')[1]
  return blob === undefined ? undefined : requireGit(git, ['cat-file', 'blob', blob], { encoding: 'latin1' })
}
