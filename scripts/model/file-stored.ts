import type { Chat } from './chat.ts'
import { isContribution } from './contribution.ts'
import type { Post } from './post.ts'
import type { SessionTimes } from './schedule.ts'
import { segmentPosts } from './segmentation/segment-posts.ts'
import type { FoundSegment, Placing } from './segmentation/types.ts'
import type { SegmentKey } from './session.ts'
import { isMoved, type Placed, placedPosts, type Stored } from './stored.ts'

export type FilingInput = {
  readonly chat: Chat
  readonly times: SessionTimes
  /** The folder as it stands; undefined for a new session. */
  readonly stored: Stored | undefined
  /** Every post of the session, each once. */
  readonly posts: readonly Post[]
}

export type StoredFilings = {
  readonly segments: readonly FoundSegment[]
  /** One for every post id. */
  readonly filings: ReadonlyMap<string, StoredFiling>
}

export type StoredFiling = {
  readonly key: SegmentKey
  /** The reason as its comment gives it; of a post that a checked session holds in place, the one it had. */
  readonly why: string
  /** Where the post would stand otherwise; undefined where there was no doubt. */
  readonly runnerUp: Placing | undefined
}

/**
 * Where each post belongs, with what the host corrected in the folder. A session that was read over keeps
 * every post where it stands. What was sent in stands where the host accepted it, and says nothing of others.
 */
export function fileStored({ chat, times, stored, posts }: FilingInput): StoredFilings {
  const placed = placedPosts(stored)
  const corrections = findCorrections(placed, stored)
  const planned = stored?.session.plan.questions
  const sent = posts.filter(isContribution)
  const said = posts.filter((post) => !isContribution(post))
  const { segments, filings } = segmentPosts({ posts: said, times, chat, planned, corrections })
  const kept = [...filings].map(([id, { key, why, runnerUp }]): [string, StoredFiling] => {
    const before = placed.get(id)
    return [id, { key, why: staysPut(before, stored) ? before.filed.why : why, runnerUp }]
  })
  return { segments, filings: new Map([...kept, ...sent.map((post) => whereAccepted(post, placed, stored))]) }
}

function whereAccepted(
  { id }: Post,
  placed: ReadonlyMap<string, Placed>,
  stored: Stored | undefined,
): [string, StoredFiling] {
  const key = stored?.wishes.get(id) ?? placed.get(id)?.key
  return [id, { key: key ?? 'outside', why: 'host', runnerUp: undefined }]
}

function findCorrections(
  placed: ReadonlyMap<string, Placed>,
  stored: Stored | undefined,
): ReadonlyMap<string, SegmentKey> {
  const corrections = new Map<string, SegmentKey>()
  for (const [id, place] of placed) {
    const wish = stored?.wishes.get(id)
    if (wish !== undefined) corrections.set(id, wish)
    else if (isMoved(place) || stored?.session.checked) corrections.set(id, place.key)
  }
  return corrections
}

/** In a session that was read over, a post that nobody moved keeps its reason with its place. */
function staysPut(place: Placed | undefined, stored: Stored | undefined): place is Placed {
  if (!place || !stored?.session.checked) return false
  return !isMoved(place) && !stored.wishes.has(place.filed.post.id)
}
