import type { SessionSummary } from '../../scripts/model/summary.ts'
import type { BlogPost } from './blog/blog-data.ts'
import type { LetterPart } from './letter-parts.ts'
import { peopleByKey } from './people-by-key.ts'
import type { ChatData, SessionData, SiteData } from './site-data.ts'
import type { YearPart } from './year-parts.ts'

/**
 * What pages are made from, as JSON, besides what every page is: the program, the settings of the site, its style and
 * the titles of its pages. Where it is the same as in the build before, a page is left as it stands; so a page may
 * show nothing that stands neither here nor there.
 */

/** A session's own pages: its text, its neighbours, and where its people are. */
export function fromSession({ id, chat, summary, previous, following }: SessionData): unknown {
  const people = peopleByKey(chat)
  const slugs = summary.people.map(({ key }) => people.get(key)?.slug)
  return [id, chat.chat, besideOf(previous), besideOf(following), slugs]
}

function besideOf(session: SessionSummary | undefined): unknown {
  return session && [session.date, session.title, session.checked]
}

/** A list by year; its first page says what comes next. */
export function fromYear({ chat, year, years, sessions }: YearPart): unknown {
  const planned = year === undefined && chat.planned.map(({ stamp }) => stamp)
  return [chat.chat, year, years, stampsOf(sessions), planned]
}

/** All that a chat has. */
export function fromChat({ chat, sessions, planned }: ChatData): unknown {
  return [chat, stampsOf(sessions), stampsOf(planned)]
}

/** A page of the list of people. */
export function fromLetter({ chat, letter, letters, isCut }: LetterPart): unknown {
  const shown = letter ? [letter] : isCut ? [] : letters
  const lines = shown.flatMap(({ people }) =>
    people.map(({ slug, name, handle, sessions }) => [slug, name, handle, sessions.length]),
  )
  return [chat.chat, letter?.letter, letters.map((group) => group.letter), isCut, lines]
}

export function stampsOf(sessions: readonly SessionSummary[]): unknown {
  return sessions.map(({ stamp }) => stamp)
}

/** Posts of the blog in a list, on a page that names hosts where there is one chat. */
export function fromPosts({ chats }: SiteData, posts: readonly BlogPost[]): unknown {
  const shown = posts.map(({ chat, summary, name, tags }) => [chat.chat, summary.stamp, name, tags])
  return [chats.map(({ chat }) => chat.hosts), shown]
}
