import { keepOut } from '../content/keep-out.ts'
import { readStored } from '../content/read-stored.ts'
import { type Change, writeTogether } from '../content/transaction.ts'
import { sessionChanges } from '../content/write-session.ts'
import type { Chat } from '../model/chat.ts'
import type { Found } from '../model/found.ts'
import { type Merged, mergeSession } from '../model/merging.ts'
import type { Post } from '../model/post.ts'
import type { SessionTimes } from '../model/schedule.ts'
import { clockFor } from '../model/zone.ts'

export type SaveInput = {
  readonly root: string
  readonly chat: Chat
  readonly times: SessionTimes
  readonly posts: readonly Post[]
  /** End of the window that was read, UTC. */
  readonly readTo: string | undefined
  /** How much of what was said the posts are; undefined where nothing was read. */
  readonly found?: Found | undefined
  /** Take the files as they are where the ledger is missing or belongs to others. */
  readonly adopt: boolean
  /** Find out everything, write nothing. */
  readonly dryRun: boolean
}

export type Saved = Merged & { readonly changes: readonly Change[]; readonly notices: readonly string[] }

/** One session read, merged and written, all of it or nothing; undefined where there is nothing to write. */
export function saveSession(input: SaveInput): Saved | undefined {
  const { root, chat, readTo, found } = input
  const read = readStored(input)
  const { stored, posts, changes: others } = keepOut({ root, chat, stored: read, posts: input.posts })
  if (posts.length === 0 && (stored?.session.segments.length ?? 0) === 0) return undefined
  const times = stored?.times ?? input.times
  const clock = clockFor(chat.zone, times.start, times.end)
  const merged = mergeSession({ chat, times, stored, upstream: posts, readTo, found, clock })
  const changes = [...sessionChanges(chat, merged, read), ...others]
  if (!input.dryRun) writeTogether(root, `${chat.name}-${times.date}`, changes)
  return { ...merged, changes, notices: stored?.notices ?? [] }
}
