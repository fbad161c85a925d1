import type { SessionSummary } from '../model/summary.ts'

/** Fewer may be a chat that did not take place. */
const fewest = 5

/** Why a transcript may not be worth publishing, as a sentence; undefined where it is, or where the host says so. */
export function findThin({ checked, posts, hosts, people }: SessionSummary): string | undefined {
  if (checked) return undefined
  if (posts < fewest) return posts === 1 ? 'it has one post only' : `it has ${posts} posts only`
  const known = new Set(hosts.map((host) => host.toLowerCase()))
  const isHosted = known.size === 0 || people.some(({ handle }) => known.has(handle?.toLowerCase() ?? ''))
  return isHosted ? undefined : 'no host said anything in it'
}
