import { type SessionData, type SiteData, sessionData, siteData } from '../../templates/parts/site-data.ts'
import type { Archive } from '../model/archive.ts'
import type { Chat } from '../model/chat.ts'
import type { Session } from '../model/session.ts'
import { type SessionSummary, summarize } from '../model/summary.ts'
import { mediaOf } from './copy-media.ts'
import { digestOf } from './digest.ts'
import type { KnownSession, KnownSessions } from './known-sessions.ts'
import { createShelf } from './session-shelf.ts'

/** What a build is made from. */
export type SiteInput = {
  readonly archive: SiteData
  /** Every session that has a page. */
  readonly sessions: readonly SessionData[]
  /** Their pictures, relative to the content as to the site. */
  readonly media: readonly string[]
  /** Every session, by chat and date, `lgovsm/2010-12-17`. */
  readonly known: KnownSessions
  /** Those that were read so far. */
  readonly wereRead: () => readonly string[]
  /** Lets go of what was read. */
  readonly forget: () => void
}

/** What earlier builds knew: no session that they read is read for its summary again. */
export type Earlier = {
  readonly sessions: KnownSessions
  /** Of what a session's folder holds; '' where nobody can say. */
  readonly idOf: (session: string) => string
}

const nothingEarlier: Earlier = { sessions: {}, idOf: () => '' }

/** Summaries first, since lists, people and neighbours are made from them alone. */
export function siteInput(archive: Archive, earlier = nothingEarlier): SiteInput {
  const known: Record<string, KnownSession> = {}
  const shelf = createShelf()
  for (const { chat, dates, read } of archive.chats) {
    const settings = JSON.stringify(chat)
    for (const date of dates) {
      const name = nameOf(chat, date)
      const folder = earlier.idOf(name)
      const id = folder === '' ? '' : digestOf([folder, settings])
      const before = earlier.sessions[name]
      const facts = () =>
        factsOf(
          chat,
          shelf.look(name, () => read(date)),
        )
      known[name] = id !== '' && before?.id === id ? before : { id, ...facts() }
    }
  }
  const data = siteData(
    archive,
    archive.chats.map(({ chat, dates, sent }) => ({
      chat,
      sent,
      summaries: dates.flatMap((date) => known[nameOf(chat, date)]?.summary ?? []),
    })),
  )
  const sessions = data.chats.flatMap((chat, index) =>
    sessionData(chat, {
      read: (date) =>
        shelf.take(nameOf(chat.chat, date), () => archive.chats[index]?.read(date) ?? nothing(date)),
      idOf: (date) => known[nameOf(chat.chat, date)]?.id ?? '',
    }),
  )
  return {
    archive: data,
    sessions,
    media: Object.values(known).flatMap(({ media }) => media),
    known,
    wereRead: shelf.wereRead,
    forget: shelf.forget,
  }
}

function nameOf({ name }: Chat, date: string): string {
  return `${name}/${date}`
}

function factsOf(chat: Chat, session: Session): Omit<KnownSession, 'id'> {
  const summary = detached(summarize(chat, session))
  return { summary: { stamp: digestOf(summary), ...summary }, media: mediaOf(chat.name, session) }
}

/** A piece of a text keeps the whole text in memory; a copy keeps itself alone. */
function detached(summary: SessionSummary): SessionSummary {
  return JSON.parse(JSON.stringify(summary)) as SessionSummary
}

function nothing(date: string): never {
  throw new Error(`no chat for the session of ${date}`)
}
