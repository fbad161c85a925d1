import { type SessionData, type SiteData, sessionData, siteData } from '../../templates/parts/site-data.ts'
import type { Archive, ChatArchive } from '../model/archive.ts'
import { type SessionSummary, summarize } from '../model/summary.ts'
import { mediaOf } from './copy-media.ts'

/** What a build is made from. */
export type SiteInput = {
  readonly archive: SiteData
  /** The sessions whose pages are to be made. */
  readonly sessions: readonly SessionData[]
  /** Their pictures, relative to the content as to the site. */
  readonly media: readonly string[]
}

/** Summaries first, since lists, people and neighbours are made from them alone. */
export function siteInput(archive: Archive): SiteInput {
  const chats = archive.chats.map(readOnce)
  const data = siteData(
    archive,
    chats.map(({ chat, dates, sent, read }) => ({
      chat,
      sent,
      summaries: dates.map((date) => detached(summarize(chat, read(date)))),
    })),
  )
  const sessions = data.chats.flatMap((chat, index) => sessionData(chat, chats[index]?.read ?? nothing))
  const media = sessions.flatMap(({ chat, read }) => mediaOf(chat.chat.name, read()))
  return { archive: data, sessions, media }
}

/** A session's summary, its transcript and its hour are made from one reading. */
function readOnce({ chat, dates, sent, read }: ChatArchive): ChatArchive {
  const known = new Map<string, ReturnType<typeof read>>()
  return {
    chat,
    dates,
    ...(sent && { sent }),
    read: (date) => {
      const session = known.get(date) ?? read(date)
      known.set(date, session)
      return session
    },
  }
}

/** A piece of a text keeps the whole text in memory; a copy keeps itself alone. */
function detached(summary: SessionSummary): SessionSummary {
  return JSON.parse(JSON.stringify(summary)) as SessionSummary
}

function nothing(date: string): never {
  throw new Error(`no chat for the session of ${date}`)
}
