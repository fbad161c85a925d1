/**
 * How much of what was said the last reading found. In index.md: `143 of 143`, `140 of 143`, `100 of more`
 * where it stopped early, `143 of unknown` where nobody knows how many there were, `360 from a file`.
 */
export type Found = {
  readonly posts: number
  /** All that the network counts in that time; `more` where the reading stopped early; undefined where nobody knows. */
  readonly of: number | 'more' | undefined
  readonly from: 'network' | 'file'
}

export type FoundBy = {
  readonly found: Found | undefined
  /** End of the window that was read, UTC. */
  readonly readTo: string | undefined
}

/**
 * What holds after another reading. A count that is not to be had this time does not undo the last one, and a
 * file says nothing about a session that the network has given whole.
 */
export function nextFound(before: FoundBy, now: FoundBy): Found | undefined {
  const { found } = now
  if (!before.found || !found) return found ?? before.found
  if (found.from === 'file') return isWhole(before.found) ? before.found : found
  if (isBehind(now.readTo, before.readTo)) return before.found
  const isSame = found.posts === before.found.posts && now.readTo === before.readTo
  return isSame && found.of === undefined && before.found.from === 'network' ? before.found : found
}

export function isWhole({ posts, of, from }: Found): boolean {
  return from === 'network' && typeof of === 'number' && posts >= of
}

/** How many posts are known to be missing; undefined where nobody knows. */
export function missingPosts({ posts, of }: Found): number | undefined {
  return typeof of === 'number' ? Math.max(0, of - posts) : undefined
}

export function formatFound({ posts, of, from }: Found): string {
  return from === 'file' ? `${posts} from a file` : `${posts} of ${of ?? 'unknown'}`
}

/** Undefined where the text says nothing of the kind. */
export function findFound(text: string): Found | undefined {
  const match = /^(\d{1,9}) (?:of (\d{1,9}|more|unknown)|from a file)$/.exec(text.trim())
  if (!match) return undefined
  const [, posts, of] = match
  return { posts: Number(posts), of: toOf(of), from: of === undefined ? 'file' : 'network' }
}

function toOf(word: string | undefined): Found['of'] {
  if (word === undefined || word === 'unknown') return undefined
  return word === 'more' ? word : Number(word)
}

function isBehind(now: string | undefined, before: string | undefined): boolean {
  return now !== undefined && before !== undefined && now < before
}
