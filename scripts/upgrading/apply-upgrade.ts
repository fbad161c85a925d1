import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Git, requireGit } from '../programs/git.ts'
import type { Merged } from './merge-both.ts'
import type { UpgradePlan } from './plan-upgrade.ts'

export type Apply = {
  readonly root: string
  readonly ref: string
  readonly plan: UpgradePlan
  readonly merged: readonly Merged[]
  readonly taken: readonly string[]
}

/** Carries a plan out, in the work tree and in the index. */
export async function applyUpgrade(git: Git, { root, ref, plan, merged, taken }: Apply): Promise<void> {
  const written = [...plan.written, ...taken]
  const paths = ['--pathspec-from-file=-', '--pathspec-file-nul']
  if (written.length > 0) {
    await requireGit(git, ['restore', `--source=${ref}`, '--staged', '--worktree', ...paths], {
      input: written.map(literal).join('\0'),
    })
  }
  if (plan.removed.length > 0)
    await requireGit(git, ['rm', '--quiet', ...paths], { input: plan.removed.map(literal).join('\0') })
  for (const one of merged) {
    if (one.kind === 'conflict') continue
    writeFileSync(join(root, one.path), one.data)
    await requireGit(git, ['add', '--', literal(one.path)])
  }
}

function literal(path: string): string {
  return `:(literal)${path}`
}
