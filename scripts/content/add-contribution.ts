import type { Chat } from '../model/chat.ts'
import { isContribution } from '../model/contribution.ts'
import { emptyLedger } from '../model/ledger.ts'
import { mergeSession, newSession } from '../model/merging.ts'
import type { Post } from '../model/post.ts'
import { Problem } from '../model/problem.ts'
import { type SessionTimes, slotOn } from '../model/schedule.ts'
import { isOffTheRecord } from '../model/segmentation/off-the-record.ts'
import type { FiledPost, Segment, SegmentKey } from '../model/session.ts'
import { placedPosts, type Stored } from '../model/stored.ts'
import { clockFor } from '../model/zone.ts'
import { sessionFolder } from './folder.ts'
import { keepOut } from './keep-out.ts'
import { readIndex } from './read-session.ts'
import { readStored } from './read-stored.ts'
import { writeTogether } from './transaction.ts'
import { sessionChanges } from './write-session.ts'

export type Contribution = {
  readonly root: string
  readonly chat: Chat
  /** Local date of the session. */
  readonly date: string
  /** The question it answers, or `before` or `after`. */
  readonly key: SegmentKey
  /** Its id begins with one of `contributionNetworks`. */
  readonly post: Post
}

/**
 * Puts an answer that the host accepted into a session, which may be planned only, or have no folder yet. All or
 * nothing is written. False where it is there already, or was and the host took it out again: it is never added
 * twice. Throws a Problem where the date has no session or no such question, or where the folder cannot be read.
 */
export function addContribution({ root, chat, date, key, post }: Contribution): boolean {
  if (!isContribution(post)) throw new Error(`${post.id} is no contribution`)
  if (isOffTheRecord(post, chat)) {
    throw new Problem(`${post.id}: it says ${chat.offTheRecord}, and so is not to be kept: decline it`)
  }
  const read = readStored({ root, chat, times: requireTimes(root, chat, date), adopt: false })
  const { stored, posts, changes: others } = keepOut({ root, chat, stored: read, posts: [post] })
  const [kept] = posts
  if (!kept || stored?.ledger.posts.has(post.id) || placedPosts(stored).has(post.id)) return false
  const times = stored?.times ?? requireTimes(root, chat, date)
  requireKey(key, { chat, times, stored })
  const merged = mergeSession({
    chat,
    times,
    stored: withPost(stored ?? emptyStored(date), key, kept),
    upstream: [],
    readTo: undefined,
    clock: clockFor(chat.zone, times.start, times.end),
  })
  writeTogether(root, `${chat.name}-${date}`, [...sessionChanges(chat, merged, read), ...others])
  return true
}

function requireTimes(root: string, chat: Chat, date: string): SessionTimes {
  const slot = slotOn(chat, date, readIndex(root, chat.name, date)?.plan)
  if (slot.kind === 'session') return slot.times
  const why =
    slot.kind === 'skipped' ? 'its session was skipped' : `${chat.title} has no session on this date`
  throw new Problem(`${date}: ${why}: choose another date, or see skip: and sessions: in chat.yaml`)
}

function requireKey(
  key: SegmentKey,
  { chat, times, stored }: { chat: Chat; times: SessionTimes; stored: Stored | undefined },
): void {
  const here = stored?.session.segments.map((segment) => segment.key) ?? []
  const keys = new Set(['before', ...times.segments.map((segment) => segment.key), ...here, 'after'])
  keys.delete('outside')
  if (keys.has(key)) return
  throw new Problem(
    `${sessionFolder(chat.name, times.date)}: there is no ${key} in this session: choose one of ${[...keys].join(', ')}`,
  )
}

function emptyStored(date: string): Stored {
  return { session: newSession(date), ledger: emptyLedger, wishes: new Map() }
}

/** The folder as if the host had written the post's block into the question's file. */
function withPost(stored: Stored, key: SegmentKey, post: Post): Stored {
  const { segments } = stored.session
  const filed: FiledPost = { post, anchor: '', why: 'host', hidden: false, note: '' }
  const empty: Segment = { key, question: '', start: undefined, end: undefined, intro: '', posts: [] }
  const all = segments.some((segment) => segment.key === key) ? segments : [...segments, empty]
  const added = all.map((segment) =>
    segment.key === key ? { ...segment, posts: [...segment.posts, filed] } : segment,
  )
  return { ...stored, session: { ...stored.session, segments: added } }
}
