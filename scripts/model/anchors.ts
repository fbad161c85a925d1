import type { Post } from './post.ts'
import { inOrder } from './post.ts'

/**
 * Addresses of posts on their page: the local time of the first version, `130211`; where that is taken,
 * with the last digits of the id, `130211-4377`. Anchors given before are never given again.
 */
export function giveAnchors(
  posts: readonly Post[],
  given: ReadonlyMap<string, string>,
  clock: (instant: string) => string,
): ReadonlyMap<string, string> {
  const missing = posts.filter(({ id }) => !given.has(id))
  if (missing.length === 0) return given
  const anchors = new Map(given)
  const taken = new Set(given.values())
  for (const post of inOrder(missing)) {
    if (anchors.has(post.id)) continue
    const anchor = findFree(clock(post.at).replaceAll(':', ''), post.id, taken)
    anchors.set(post.id, anchor)
    taken.add(anchor)
  }
  return anchors
}

function findFree(time: string, id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(time)) return time
  const tail = id.replace(/[^A-Za-z0-9]/g, '')
  for (let digits = Math.min(4, tail.length); digits <= tail.length && digits > 0; digits++) {
    const anchor = `${time}-${tail.slice(-digits)}`
    if (!taken.has(anchor)) return anchor
  }
  let count = 2
  while (taken.has(`${time}-${tail}-${count}`)) count++
  return `${time}-${tail}-${count}`
}
