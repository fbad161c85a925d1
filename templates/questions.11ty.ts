import { dateWords } from '../scripts/model/date-words.ts'
import { type Chosen, findSent } from '../scripts/model/sent-question.ts'
import type { SessionSummary } from '../scripts/model/summary.ts'
import { fileAt, linkTo, sessionPath } from './parts/address.ts'
import { isolated } from './parts/clean.ts'
import { type Content, html } from './parts/html.ts'
import { layout } from './parts/layout.ts'
import { fromYear } from './parts/made-from.ts'
import { sentBy, sentQuestions } from './parts/sent-questions.ts'
import { sessionTitle } from './parts/session-title.ts'
import { chatTrail, type SiteData } from './parts/site-data.ts'
import { questionWays } from './parts/ways.ts'
import { yearNav, yearPath, yearTitle } from './parts/year-nav.ts'
import type { YearPart } from './parts/year-parts.ts'

type Data = { readonly archive: SiteData; readonly item: YearPart }

export const data = {
  pagination: { data: 'yearParts', size: 1, alias: 'item' },
  permalink: ({ item }: Data) => fileAt(yearPath(item, 'questions')),
}

export const madeFrom = ({ item }: Data): unknown => [fromYear(item), item.chat.sent]

/** Every question that was ever asked, newest first, each leading to its answers. */
export function render({ archive, item }: Data): string {
  const { words } = archive
  const { chat } = item.chat
  const title = yearTitle(item, words.questionsList)
  return layout(archive, {
    path: yearPath(item, 'questions'),
    title: `${title}: ${chat.title}`,
    hosts: chat.hosts,
    trail: chatTrail(archive, item.chat),
    main: html`<h1>${title}</h1>
<p>${words.questionsIntro}
${item.year === undefined && [questionWays(archive, chat.name, yearPath(item, 'questions')), sentQuestions(archive, item.chat)]}${yearNav(item, 'questions', archive)}${item.sessions.map((session) => asked(session, archive, item))}`,
  })
}

/** `, sent in by Gwen Parry`; '' where the host asked it. */
function sender(chosen: Chosen, archive: SiteData, item: YearPart): Content {
  const sent = findSent(item.chat.sent.questions, chosen)
  return sent && html`, ${sentBy(sent, archive)}`
}

function asked(session: SessionSummary, archive: SiteData, item: YearPart): Content {
  const { site, words } = archive
  const { chat } = item.chat
  const questions = session.questions.filter(({ text }) => text !== '')
  if (questions.length === 0) return undefined
  const href = (key: string) => linkTo(yearPath(item, 'questions'), sessionPath(chat.name, session.date, key))
  return html`<h2>${isolated(sessionTitle(chat, session, archive))}</h2>
${session.title !== '' && html`<p>${dateWords(session.date, site.language)}\n`}<ul>${questions.map(
    ({ key, text, posts }) =>
      html`<li><a href="${href(key)}">${isolated(text)}</a> (${words.posts(posts)}${sender({ date: session.date, key }, archive, item)})\n`,
  )}</ul>
`
}
