import { dateWords } from '../../scripts/model/date-words.ts'
import type { SessionSummary } from '../../scripts/model/summary.ts'
import { linkTo, sessionPath } from './address.ts'
import { isolated } from './clean.ts'
import { type Content, type Html, html } from './html.ts'
import { sessionTitle } from './session-title.ts'
import type { ChatData, SiteData } from './site-data.ts'
import { yearPath } from './year-nav.ts'
import type { YearPart } from './year-parts.ts'

/** The sessions of a page, newest first, under their years. */
export function sessionsByYear(archive: SiteData, part: YearPart): Content {
  const from = yearPath(part, undefined)
  const years = [...new Set(part.sessions.map(({ date }) => date.slice(0, 4)))]
  return years.map(
    (year) => html`<h2 id=y${year}>${year}</h2>
<ul>${part.sessions
      .filter(({ date }) => date.startsWith(year))
      .map((session) => html`<li>${sessionLine(archive, { item: part.chat, session, from })}\n`)}</ul>
`,
  )
}

type Line = { readonly item: ChatData; readonly session: SessionSummary; readonly from: string }

/** `Budgets in plain words, 17 December 2010: 142 posts by 23 people`. */
export function sessionLine(archive: SiteData, { item: { chat }, session, from }: Line): Html {
  const { site, words } = archive
  const href = linkTo(from, sessionPath(chat.name, session.date))
  const date = session.title === '' ? '' : `, ${dateWords(session.date, site.language)}`
  return html`<a href="${href}">${isolated(sessionTitle(chat, session, archive))}</a>${date}: ${words.postsBy(
    words.posts(session.posts),
    words.people(session.people.length),
  )}`
}
