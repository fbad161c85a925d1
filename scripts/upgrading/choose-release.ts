import { Problem } from '../model/problem.ts'
import type { Git } from '../programs/git.ts'
import { gitProblem, withoutLogin } from '../programs/git-problem.ts'
import { oneLine } from '../terminal/safe-text.ts'
import { compareVersions, findVersion, parseReleases, tagOf, type Version } from './releases.ts'

/** Where releases come from: what the host says, else the remote called upstream. */
export async function findSource(git: Git, from: string | undefined): Promise<string> {
  if (from !== undefined) return from
  const remote = await git(['remote', 'get-url', 'upstream'])
  if (remote.code === 0) return remote.out.trim()
  throw new Problem(
    'say where releases come from: npm run upgrade -- --from with the address of the project that you made yours from; or write it into content/site.yaml as upstream:',
  )
}

export type Wanted = { readonly source: string; readonly current: Version; readonly to: string | undefined }

/** The release to go to; undefined where there is nothing newer. */
export async function chooseRelease(git: Git, { source, current, to }: Wanted): Promise<Version | undefined> {
  const listed = await git(['ls-remote', '--tags', '--refs', '--', source])
  if (listed.code !== 0) throw gitProblem(listed.err, shown(source))
  const releases = parseReleases(listed.out)
  const newest = releases.at(-1)
  if (newest === undefined)
    throw new Problem(
      `${shown(source)}: there is no release there (a tag such as v1.2.3): look for a slip of the pen`,
    )
  const wanted = to === undefined ? newest : findVersion(to)
  if (wanted === undefined || !releases.some((one) => compareVersions(one, wanted) === 0)) {
    throw new Problem(
      `${shown(source)}: there is no release "${oneLine(to ?? '')}": there are ${releases.slice(-5).map(tagOf).join(', ')}`,
    )
  }
  if (compareVersions(wanted, current) === 0) return undefined
  if (compareVersions(wanted, current) > 0) return wanted
  if (to === undefined) return undefined
  throw new Problem(
    `${tagOf(wanted)} is older than ${tagOf(current)}, which you have: git revert takes an upgrade back`,
  )
}

export type Refs = { readonly base: string | undefined; readonly next: string }

/** Into refs of their own: the host's branches and tags stay as they are. */
export async function fetchReleases(
  git: Git,
  source: string,
  [current, next]: readonly [Version, Version],
): Promise<Refs> {
  const fetchTag = async (version: Version) => {
    const ref = `refs/upgrade/${tagOf(version)}`
    const got = await git([
      'fetch',
      '--quiet',
      '--no-tags',
      '--',
      source,
      `+refs/tags/${tagOf(version)}:${ref}`,
    ])
    return { ref: `${ref}^{commit}`, got }
  }
  const { ref, got } = await fetchTag(next)
  if (got.code !== 0) throw gitProblem(got.err, shown(source))
  const base = await fetchTag(current)
  return { base: base.got.code === 0 ? base.ref : undefined, next: ref }
}

function shown(source: string): string {
  return oneLine(withoutLogin(source))
}
