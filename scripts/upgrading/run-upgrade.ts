import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '../model/problem.ts'
import { createGit, type Git } from '../programs/git.ts'
import { oneLine } from '../terminal/safe-text.ts'
import { applyUpgrade, requireFree } from './apply-upgrade.ts'
import { changesBetween } from './change-log.ts'
import { chooseRelease, fetchReleases, findSource } from './choose-release.ts'
import { mergeBoth } from './merge-both.ts'
import { versionIn } from './package-version.ts'
import { planUpgrade } from './plan-upgrade.ts'
import { readHistory, readTree } from './read-trees.ts'
import { findVersion, tagOf, type Version } from './releases.ts'
import { type Conflicts, sayUpgrade } from './say-upgrade.ts'

export type UpgradeOptions = {
  readonly root: string
  /** Where releases come from: an address or a path; undefined for the remote called upstream. */
  readonly from: string | undefined
  /** `v1.2.3`; undefined for the newest. */
  readonly to: string | undefined
  readonly conflicts: Conflicts
  readonly dryRun: boolean
  readonly mayAsk: boolean
  readonly tell: (line: string) => void
}

/**
 * Brings the code of a release into the host's repository, as one commit: what the host changed stays, what is theirs
 * is not looked at. Returns whether anything was committed. Whatever it throws, the repository is as it was.
 */
export async function runUpgrade(options: UpgradeOptions): Promise<boolean> {
  const { root, dryRun, mayAsk, tell } = options
  const git = createGit(root, mayAsk)
  await requireClean(git)
  const current = readVersion(root)
  const source = await findSource(git, options.from)
  const next = await chooseRelease(git, { source, current, to: options.to })
  if (next === undefined) {
    tell(`${tagOf(current)} is the newest release`)
    return false
  }
  const refs = await fetchReleases(git, source, [current, next])
  const trees = {
    ours: await readTree(git, 'HEAD'),
    base: refs.base === undefined ? undefined : await readTree(git, refs.base),
    next: await readTree(git, refs.next),
  }
  const known = await readHistory(git, refs.next)
  const isKnown = (path: string, entry: string) =>
    trees.base?.get(path) === entry || known.get(path)?.has(entry.split(' ')[1] ?? '') === true
  const own = trees.base ? undefined : await readHistory(git, 'HEAD')
  const wasThere = (path: string) => own?.has(path) === true
  const plan = planUpgrade({ ...trees, isKnown, wasThere })
  const added = plan.written.filter((path) => !trees.ours.has(path))
  await requireFree(git, root, added)
  const version = next.join('.')
  const merged = await Promise.all(plan.both.map((path) => mergeBoth(git, path, { ...trees, version })))
  const conflicts = merged.flatMap((one) => (one.kind === 'conflict' ? [one.path] : []))
  const log = await git(['cat-file', 'blob', `${refs.next}:CHANGELOG.md`])
  for (const line of changesBetween(log.out, current, next)) tell(line)
  for (const line of sayUpgrade({ plan, merged, dryRun, conflicts: options.conflicts })) tell(line)
  if (conflicts.length > 0 && options.conflicts === 'refuse') throw refuse(conflicts, next)
  if (dryRun) return false
  const taken = options.conflicts === 'take' ? conflicts : []
  const message = `Upgrade to ${tagOf(next)}`
  if (!(await applyUpgrade(git, { root, ref: refs.next, plan, merged, taken, added, message }))) {
    tell(`Nothing is left to bring in: what ${tagOf(next)} changed stays as you have it`)
    return false
  }
  tell(`Upgraded from ${tagOf(current)} to ${tagOf(next)}, as one commit: git revert HEAD takes it back`)
  return true
}

function refuse([first, ...rest]: readonly string[], next: Version): Problem {
  const files = rest.length === 0 ? first : `${first} and ${rest.length} more files`
  return new Problem(
    `${files}: you and the release changed the same lines, and nothing was written: see both with git diff HEAD refs/upgrade/${tagOf(next)} -- ${first}, then run it again with --keep (yours stays, and may not fit) or --take (the release's; yours is in the last commit)`,
  )
}

async function requireClean(git: Git): Promise<void> {
  const status = await git(['status', '--porcelain', '--untracked-files=normal'])
  if (status.code !== 0) {
    throw new Problem(
      'this folder is no git repository, so nothing could be taken back: clone yours with git first',
    )
  }
  if ((await git(['var', 'GIT_COMMITTER_IDENT'])).code !== 0) {
    throw new Problem(
      'git does not know who you are, so it cannot commit: git config user.name "Your name", and git config user.email',
    )
  }
  const [first, ...rest] = status.out.split('\n').filter(Boolean)
  if (first === undefined) return
  const others = rest.length === 0 ? '' : ` and ${rest.length} more`
  throw new Problem(
    `${oneLine(first.slice(3))}${others}: not committed yet: commit first (git add, git commit), so that an upgrade can be told from your work`,
  )
}

function readVersion(root: string): Version {
  const version = versionIn(readFileSync(join(root, 'package.json'), 'utf8'))
  const found = findVersion(version)
  if (found) return found
  throw new Problem(
    `package.json: version: "${oneLine(version)}" is no version such as 1.2.3: write the one you began with`,
  )
}
