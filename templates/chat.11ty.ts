import { weekdayName } from '../scripts/model/date-words.ts'
import { addSeconds } from '../scripts/model/zone.ts'
import { chatPath, fileAt, homePath, linkTo, listPath } from './parts/address.ts'
import { html, joined } from './parts/html.ts'
import { layout } from './parts/layout.ts'
import { nextTime } from './parts/next-time.ts'
import { sessionsByYear } from './parts/session-list.ts'
import { zoneWords } from './parts/session-title.ts'
import type { ChatData, SiteData } from './parts/site-data.ts'

type Data = { readonly archive: SiteData; readonly item: ChatData }

export const data = {
  pagination: { data: 'chats', size: 1, alias: 'item' },
  permalink: ({ item }: Data) => fileAt(chatPath(item.chat.name)),
}

/** One chat: when it meets, what comes next, and every session by year. */
export function render({ archive, item }: Data): string {
  const { site, words } = archive
  const { chat, sessions } = item
  const path = chatPath(chat.name)
  const lists = [
    { path: listPath(chat.name, 'questions'), text: words.questionsList },
    { path: listPath(chat.name, 'people'), text: words.peopleList },
    { path: listPath(chat.name, 'links'), text: words.linksList },
  ]
  const end = addSeconds(`2000-01-01T${chat.time}:00Z`, chat.minutes * 60).slice(11, 16)
  return layout(archive, {
    path,
    title: chat.title,
    hosts: chat.hosts,
    trail: [{ path: homePath, text: site.title }],
    main: html`<h1>${chat.title}</h1>
${chat.sample && html`<p role=note>${words.sample}</p>\n`}<p>${words.series(
      weekdayName(chat.weekday, site.language),
      chat.time,
      end,
    )}, ${zoneWords(chat, undefined, archive)}.
<h2>${words.next}</h2>
${nextTime(archive, item)}<nav aria-label="${words.lists}">${joined(
      lists.map((list) => html`<a href="${linkTo(path, list.path)}">${list.text}</a>`),
      ' · ',
    )}</nav>
${sessions.length === 0 ? html`<p>${words.noSessions}\n` : sessionsByYear(archive, item, path)}`,
  })
}
