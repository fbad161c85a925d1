import { lstatSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '../model/problem.ts'
import { type Git, requireGit } from '../programs/git.ts'
import type { Merged } from './merge-both.ts'
import type { UpgradePlan } from './plan-upgrade.ts'

export type Apply = {
  readonly root: string
  readonly ref: string
  readonly plan: UpgradePlan
  readonly merged: readonly Merged[]
  /** Conflicts of which the release's version is taken. */
  readonly taken: readonly string[]
  /** Written files that the host has not. */
  readonly added: readonly string[]
  readonly message: string
}

/**
 * Carries a plan out in a clean work tree, and commits it; returns whether there was anything to commit. What breaks
 * off is taken back, so that the tree is as it was.
 */
export async function applyUpgrade(git: Git, work: Apply): Promise<boolean> {
  try {
    await write(git, work)
    if ((await git(['diff', '--cached', '--quiet'])).code === 0) return false
    await requireGit(git, ['commit', '--quiet', '--no-verify', '-m', work.message])
    return true
  } catch (error) {
    await takeBack(git, work, error)
    throw error
  }
}

/** No status shows what git ignores, and it would be written over. Throws a Problem. */
export async function requireFree(git: Git, root: string, added: readonly string[]): Promise<void> {
  const { out } = await git(['check-ignore', '-z', '--stdin'], { input: added.join('\0') })
  const ignored = out.split('\0').filter((path) => path !== '')
  const first = ignored.find((path) => lstatSync(join(root, path), { throwIfNoEntry: false }))
  if (first === undefined) return
  throw new Problem(`${first}: the release has a file of this name, and git ignores yours: move it away`)
}

async function write(git: Git, { root, ref, plan, merged, taken }: Apply): Promise<void> {
  const written = [...plan.written, ...taken]
  const paths = ['--pathspec-from-file=-', '--pathspec-file-nul']
  if (written.length > 0) {
    await requireGit(git, ['restore', `--source=${ref}`, '--staged', '--worktree', ...paths], {
      input: written.map(literal).join('\0'),
    })
  }
  if (plan.removed.length > 0) {
    await requireGit(git, ['rm', '--quiet', ...paths], { input: plan.removed.map(literal).join('\0') })
  }
  for (const { path, data } of merged) {
    if (data === undefined || taken.includes(path)) continue
    writeFileSync(join(root, path), data)
    await requireGit(git, ['add', '--', literal(path)])
  }
}

/** Files that git does not know yet first: on a full disk that makes room. */
async function takeBack(git: Git, { root, added }: Apply, error: unknown): Promise<void> {
  for (const path of added) rmSync(join(root, path), { force: true })
  const { code } = await git(['reset', '--hard', '--quiet'])
  if (code === 0) return
  const why = error instanceof Error ? error.message : String(error)
  throw new Problem(
    `the upgrade broke off (${why}), and it could not be taken back: git reset --hard takes it back, once that is put right`,
  )
}

function literal(path: string): string {
  return `:(literal)${path}`
}
