import { questionNumber } from '../scripts/model/session.ts'
import type { SaidPost } from '../scripts/model/shown.ts'
import { fileAt, hourPath, linkTo, sessionPath } from './parts/address.ts'
import { contextOf } from './parts/context.ts'
import { type Html, html } from './parts/html.ts'
import { layout } from './parts/layout.ts'
import { fromSession } from './parts/made-from.ts'
import { postItem } from './parts/post-item.ts'
import { sessionTitle, whenWords, zoneWords } from './parts/session-title.ts'
import { chatTrail, type SessionData, type SiteData } from './parts/site-data.ts'
import type { Words } from './parts/words.ts'

type Data = { readonly archive: SiteData; readonly item: SessionData }

export const data = {
  pagination: { data: 'sessions', size: 1, alias: 'item' },
  permalink: ({ item }: Data) => fileAt(hourPath(item.chat.chat.name, item.summary.date)),
}

export const madeFrom = ({ item }: Data): unknown => fromSession(item)

/** The same posts strictly as they were said. Each leads to its place in the transcript, which is its address. */
export function render({ archive, item }: Data): string {
  const { site, words } = archive
  const { chat } = item.chat
  const { date } = item.summary
  const session = item.read()
  const path = hourPath(chat.name, date)
  const transcript = linkTo(path, sessionPath(chat.name, date))
  const bylineHref = ({ anchor }: SaidPost) => `${transcript}#${anchor}`
  const context = contextOf({ site, chat, words, session, media: '../media/', bylineHref })
  const title = sessionTitle(chat, session, archive)
  return layout(archive, {
    path,
    title: `${words.hour}: ${title}`,
    hidden: true,
    hosts: item.summary.hosts,
    trail: [...chatTrail(archive, item.chat), { path: sessionPath(chat.name, date), text: title }],
    main: html`<h1>${words.hour}</h1>
<p>${whenWords(chat, item.summary, archive)}. ${words.times(zoneWords(chat, item.summary.start, archive))}
<p>${words.hourIntro}
<ol>
${context.said.map((said) => postItem(said, label(said, words), context))}</ol>
`,
  })
}

function label({ key }: SaidPost, words: Words): Html | string | undefined {
  const number = questionNumber(key)
  return number === undefined ? undefined : words.on(words.questionLabel(number))
}
