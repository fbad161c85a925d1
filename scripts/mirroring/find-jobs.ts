import { listDates, listFolder, sessionFolder } from '../content/folder.ts'
import { hashLines, listMirrored, readMirrorRecord, type SessionRecord } from '../content/mirror-records.ts'
import { readIndex, readSession } from '../content/read-session.ts'
import { readSite } from '../content/site-settings.ts'
import type { Mirror, Piece } from '../mirrors/mirror.ts'
import type { Chat } from '../model/chat.ts'
import { compareCodePoints } from '../model/order.ts'
import { openComposed } from './composed.ts'
import { picturesOf } from './pictures-of.ts'

/** What a plan has to know of a piece. */
export type WantedPiece = Pick<Piece, 'key' | 'slug' | 'at' | 'hash'> & {
  /** Hash of its lines. */
  readonly lines: string
}

/** One session and its copies at one mirror. */
export type Job<P extends Piece> = {
  readonly chat: Chat
  /** Local date. */
  readonly date: string
  readonly record: SessionRecord
  /** In reading order; [] where nothing of it may stand there. */
  readonly wanted: readonly WantedPiece[]
  /** The same with all that is sent, made anew: held of every session of ten years, it would fill the memory. */
  readonly open: () => readonly P[]
  /**
   * `gone`: the session is no longer in content/. `draft`: its host took `checked: yes` back, or index.md is gone: what
   * stands there is kept in step, and nothing more is published.
   */
  readonly state: 'ready' | 'gone' | 'draft'
}

export type JobsInput<P extends Piece> = {
  readonly root: string
  readonly chats: readonly Chat[]
  /** Local dates; all where there is none. */
  readonly dates: readonly string[]
  readonly mirror: Pick<Mirror<P>, 'name' | 'place' | 'compose'>
  /** Of the code that composes; what was composed by the same one before is not composed again. */
  readonly code?: string | undefined
  readonly dryRun: boolean
}

/** Every session that stands at the mirror or is to stand there, oldest first, by chat where the day is the same. */
export async function findJobs<P extends Piece>(input: JobsInput<P>): Promise<Job<P>[]> {
  const { root, chats, dates, mirror, code, dryRun } = input
  const site = readSite(root)
  const composed = await openComposed({ root, site, mirror, code })
  const findJob = (chat: Chat, date: string, isPresent: boolean): Job<P>[] => {
    const record = readMirrorRecord(root, { chat: chat.name, date, place: placeOf(mirror) })
    const index = isPresent ? readIndex(root, chat.name, date) : undefined
    const state = index?.checked ? 'ready' : hasWords(root, chat, date) ? 'draft' : 'gone'
    if (state !== 'ready' && record.size === 0) return []
    if (state === 'gone') return [{ chat, date, record, wanted: [], open: () => [], state }]
    const open = () => {
      const session = readSession(root, chat, date)
      return mirror.compose({ site, chat, session, pictures: picturesOf(root, chat, session) })
    }
    const wanted = composed.wantedOf(chat, date, () => open().map(toWanted))
    return [{ chat, date, record, wanted, open, state }]
  }
  const jobs = chats.flatMap((chat) => {
    const present = new Set(listDates(root, chat.name))
    return [...new Set([...present, ...listMirrored(root, chat.name)])]
      .filter((date) => dates.length === 0 || dates.includes(date))
      .flatMap((date) => findJob(chat, date, present.has(date)))
  })
  if (!dryRun) composed.keep()
  return jobs.sort((a, b) => compareCodePoints(a.date, b.date) || compareCodePoints(a.chat.name, b.chat.name))
}

function toWanted({ key, slug, at, hash, lines }: Piece): WantedPiece {
  return { key, slug, at, hash, lines: hashLines(lines) }
}

/** A folder without index.md is a draft, and no session that was taken away. */
function hasWords(root: string, chat: Chat, date: string): boolean {
  return listFolder(root, sessionFolder(chat.name, date)).some((name) => name.endsWith('.md'))
}

/** A mirror by its name and its place: another blog begins anew. */
export function placeOf({ name, place }: Pick<Mirror, 'name' | 'place'>): string {
  return `${name} ${place}`
}
