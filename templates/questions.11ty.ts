import { dateWords } from '../scripts/model/date-words.ts'
import type { SessionSummary } from '../scripts/model/summary.ts'
import { fileAt, linkTo, listPath, sessionPath } from './parts/address.ts'
import { isolated } from './parts/clean.ts'
import { type Content, html } from './parts/html.ts'
import { layout } from './parts/layout.ts'
import { sessionTitle } from './parts/session-title.ts'
import { type ChatData, chatTrail, type SiteData } from './parts/site-data.ts'

type Data = { readonly archive: SiteData; readonly item: ChatData }

export const data = {
  pagination: { data: 'chats', size: 1, alias: 'item' },
  permalink: ({ item }: Data) => fileAt(listPath(item.chat.name, 'questions')),
}

/** Every question that was ever asked, newest first, each leading to its answers. */
export function render({ archive, item }: Data): string {
  const { words } = archive
  const path = listPath(item.chat.name, 'questions')
  return layout(archive, {
    path,
    title: `${words.questionsList}: ${item.chat.title}`,
    hosts: item.chat.hosts,
    trail: chatTrail(archive, item),
    main: html`<h1>${words.questionsList}</h1>
<p>${words.questionsIntro}
${item.sessions.toReversed().map((session) => asked({ archive, item, session }))}`,
  })
}

type Asked = { readonly archive: SiteData; readonly item: ChatData; readonly session: SessionSummary }

function asked({ archive, item: { chat }, session }: Asked): Content {
  const { site, words } = archive
  const questions = session.questions.filter(({ text }) => text !== '')
  if (questions.length === 0) return undefined
  const from = listPath(chat.name, 'questions')
  return html`<h2>${isolated(sessionTitle(chat, session, archive))}</h2>
${session.title !== '' && html`<p>${dateWords(session.date, site.language)}\n`}<ul>${questions.map(
    ({ key, text, posts }) =>
      html`<li><a href="${linkTo(from, sessionPath(chat.name, session.date, key))}">${isolated(text)}</a>, ${words.posts(posts)}\n`,
  )}</ul>
`
}
