import { listDates, sessionFolder } from '../content/folder.ts'
import { readFolder, type SessionFolder } from '../content/read-session.ts'
import { type Change, writeTogether } from '../content/transaction.ts'
import { sessionChanges } from '../content/write-session.ts'
import type { Chat } from '../model/chat.ts'
import { adoptLedger, emptyLedger, fits } from '../model/ledger.ts'
import { type Merged, mergeSession } from '../model/merging.ts'
import type { Post } from '../model/post.ts'
import { Problem } from '../model/problem.ts'
import { type SessionTimes, slotOn } from '../model/schedule.ts'
import type { Stored } from '../model/stored.ts'
import { clockFor } from '../model/zone.ts'
import { keepOut } from '../removing/keep-out.ts'

export type SaveInput = {
  readonly root: string
  readonly chat: Chat
  readonly times: SessionTimes
  readonly posts: readonly Post[]
  /** End of the window that was read, UTC. */
  readonly readTo: string | undefined
  /** Take the files as they are where the ledger is missing or belongs to others. */
  readonly adopt: boolean
  /** Find out everything, write nothing. */
  readonly dryRun: boolean
}

export type Saved = Merged & { readonly changes: readonly Change[]; readonly notices: readonly string[] }

/** One session read, merged and written, all of it or nothing; undefined where there is nothing to write. */
export function saveSession(input: SaveInput): Saved | undefined {
  const { root, chat, readTo } = input
  const { date } = input.times
  const folder = listDates(root, chat.name).includes(date) ? readFolder(root, chat, date) : undefined
  const found = folder && { ...folder, ledger: requireLedger(folder, input) }
  const { stored, posts, changes: others } = keepOut({ root, chat, stored: found, posts: input.posts })
  if (posts.length === 0 && (folder?.session.segments.length ?? 0) === 0) return undefined
  const times = timesOf(input, stored)
  const clock = clockFor(chat.zone, times.start, times.end)
  const merged = mergeSession({ chat, times, stored, upstream: posts, readTo, clock })
  const changes = [...sessionChanges(chat, merged, folder), ...others]
  if (!input.dryRun) writeTogether(root, `${chat.name}-${date}`, changes)
  return { ...merged, changes, notices: folder?.notices ?? [] }
}

/** What the folder's own plan makes of the date. */
function timesOf({ chat, times }: SaveInput, stored: Stored | undefined): SessionTimes {
  const slot = slotOn(chat, times.date, stored?.session.plan)
  return slot.kind === 'session' ? slot.times : times
}

function requireLedger(folder: SessionFolder, { chat, times, adopt }: SaveInput) {
  const { session, ledger } = folder
  if (adopt) return adoptLedger(session, ledger)
  const name = `${sessionFolder(chat.name, times.date)}/ledger.json`
  if (session.segments.length === 0) return ledger ?? emptyLedger
  if (ledger === undefined)
    throw new Problem(`${name}:1: it is missing, so nobody can tell what you changed: ${how}`)
  if (!fits(ledger, session)) throw new Problem(`${name}:1: it belongs to another session: ${how}`)
  return ledger
}

const how =
  'restore it from the last commit, or run the command again with --adopt to take the files as they stand'
