import { join } from 'node:path'
import { Problem } from '../model/problem.ts'
import { createGit, type Git } from '../programs/git.ts'
import { gitProblem } from '../programs/git-problem.ts'
import { siteFolder } from '../site/make-site.ts'
import { oneLine } from '../terminal/safe-text.ts'
import { makeCommit } from './make-commit.ts'
import { guessAddress, pagesFiles } from './pages-files.ts'

export type PagesOptions = {
  readonly root: string
  /** As site.yaml says. */
  readonly address: string | undefined
  readonly remote: string
  readonly branch: string
  readonly dryRun: boolean
  /** Whether somebody can answer git's questions. */
  readonly mayAsk: boolean
}

/**
 * Puts the built site on a branch of the project's own remote, as one commit without history, which replaces the
 * one before only where nobody else has replaced it; returns lines for the host.
 */
export async function publishPages(options: PagesOptions): Promise<string[]> {
  const { root, address, remote, branch, dryRun, mayAsk } = options
  const git = createGit(root, mayAsk)
  const url = await requireRemote(git, remote)
  const before = await readBranch(git, { remote, branch })
  const extra = pagesFiles(address)
  const commit = await makeCommit(git, { folder: join(root, siteFolder), extra })
  const place = `${remote} ${branch}`
  if (commit === before) return [`${place}: as it was`]
  const counts = await countChanges(git, before, commit)
  if (dryRun) return [`${place}: would be ${counts}`]
  const lease = `--force-with-lease=refs/heads/${branch}:${before ?? ''}`
  const pushed = await git([
    'push',
    '--no-verify',
    '--quiet',
    lease,
    remote,
    `${commit}:refs/heads/${branch}`,
  ])
  if (pushed.code !== 0) throw gitProblem(pushed.err, remote)
  // Kept, so that the next push sends only what is new.
  await git(['update-ref', `refs/published/${branch}`, commit])
  const shown = address ?? guessAddress(url)
  return [`${place}: ${counts}`, ...(shown === undefined ? [] : [`In a minute or two at ${shown}`])]
}

async function requireRemote(git: Git, remote: string): Promise<string> {
  const inside = await git(['rev-parse', '--absolute-git-dir'])
  if (inside.code !== 0) {
    throw new Problem(
      'this folder is no git repository: clone the project with git, or publish to a folder with npm run publish -- folder PATH',
    )
  }
  const found = await git(['remote', 'get-url', '--', remote])
  if (found.code === 0) return found.out.trim()
  const names = (await git(['remote'])).out.split('\n').filter(Boolean)
  if (names.length === 0) {
    throw new Problem(
      'this repository has no remote: git remote add origin with the address of yours on the code host',
    )
  }
  throw new Problem(
    `there is no remote "${oneLine(remote)}": choose with --remote ${names.join(' or --remote ')}`,
  )
}

/** The commit that the branch has there; undefined where there is none. Throws a Problem for the branch of the project itself. */
async function readBranch(
  git: Git,
  { remote, branch }: { readonly remote: string; readonly branch: string },
): Promise<string | undefined> {
  if ((await git(['check-ref-format', '--branch', branch])).code !== 0) {
    throw new Problem(`"${oneLine(branch)}" is no name of a branch: gh-pages is the usual one`)
  }
  const listed = await git(['ls-remote', '--symref', '--', remote, 'HEAD', `refs/heads/${branch}`])
  if (listed.code !== 0) throw gitProblem(listed.err, remote)
  const main = /^ref: refs\/heads\/(.*)\tHEAD$/m.exec(listed.out)?.[1]
  const current = (await git(['symbolic-ref', '--short', '--quiet', 'HEAD'])).out.trim()
  if (branch === main || branch === current) {
    throw new Problem(
      `${branch}: this branch holds the project itself: choose another with --branch, such as gh-pages`,
    )
  }
  return listed.out
    .split('\n')
    .find((line) => line.endsWith(`\trefs/heads/${branch}`))
    ?.split('\t')[0]
}

/** `3 new, 12 changed, 1 removed`; only the number of files where what is there is not known here. */
async function countChanges(git: Git, before: string | undefined, commit: string): Promise<string> {
  const all = (await git(['ls-tree', '-r', '--name-only', commit])).out.split('\n').filter(Boolean).length
  const isKnown = before !== undefined && (await git(['cat-file', '-e', `${before}^{commit}`])).code === 0
  if (!isKnown || before === undefined) return `${all} files`
  const { out } = await git(['diff', '--no-renames', '--name-status', before, commit])
  const kinds = out.split('\n').map((line) => line[0])
  const count = (kind: string) => kinds.filter((one) => one === kind).length
  return `${count('A')} new, ${count('M')} changed, ${count('D')} removed`
}
