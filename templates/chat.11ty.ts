import { weekdayName } from '../scripts/model/date-words.ts'
import { addSeconds } from '../scripts/model/zone.ts'
import { calendarPath, feedPath, fileAt, homePath, linkTo, listPath } from './parts/address.ts'
import { type Html, html, joined } from './parts/html.ts'
import { layout } from './parts/layout.ts'
import { fromYear } from './parts/made-from.ts'
import { nextTime } from './parts/next-time.ts'
import { sessionsByYear } from './parts/session-list.ts'
import { zoneWords } from './parts/session-title.ts'
import { chatTrail, type SiteData } from './parts/site-data.ts'
import { questionWays } from './parts/ways.ts'
import { yearNav, yearPath, yearTitle } from './parts/year-nav.ts'
import type { YearPart } from './parts/year-parts.ts'

type Data = { readonly archive: SiteData; readonly item: YearPart }

export const data = {
  pagination: { data: 'yearParts', size: 1, alias: 'item' },
  permalink: ({ item }: Data) => fileAt(yearPath(item, undefined)),
}

export const madeFrom = ({ item }: Data): unknown => fromYear(item)

/** One chat: when it meets, what comes next, and its sessions by year. */
export function render({ archive, item }: Data): string {
  const { site, words } = archive
  const { chat } = item.chat
  const title = yearTitle(item, chat.title)
  const isFirst = item.year === undefined
  return layout(archive, {
    path: yearPath(item, undefined),
    title,
    feed: feedPath(chat.name),
    hosts: chat.hosts,
    trail: isFirst ? [{ path: homePath, text: site.title }] : chatTrail(archive, item.chat),
    main: html`<h1>${title}</h1>
${isFirst && series(archive, item)}${yearNav(item, undefined, archive)}${
  item.sessions.length === 0 ? html`<p>${words.noSessions}\n` : sessionsByYear(archive, item)
}`,
  })
}

/** The rule, the next date, and the ways into the archive. */
function series(archive: SiteData, item: YearPart): Html {
  const { site, words } = archive
  const { chat } = item.chat
  const end = addSeconds(`2000-01-01T${chat.time}:00Z`, chat.minutes * 60).slice(11, 16)
  const lists = [
    { path: listPath(chat.name, 'questions'), text: words.questionsList },
    { path: listPath(chat.name, 'people'), text: words.peopleList },
    { path: listPath(chat.name, 'links'), text: words.linksList },
    { path: calendarPath(chat.name), text: words.calendar },
    ...(site.address === undefined ? [] : [{ path: feedPath(chat.name), text: words.feed }]),
  ]
  return html`${chat.sample && html`<p role=note>${words.sample}</p>\n`}<p>${words.series(
    weekdayName(chat.weekday, site.language),
    chat.time,
    end,
  )}, ${zoneWords(chat, undefined, archive)}.
<h2>${words.next}</h2>
${nextTime(archive, item.chat)}${questionWays(archive, chat.name, yearPath(item, undefined))}<nav aria-label="${words.lists}"><div>${joined(
    lists.map(({ path, text }) => html`<a href="${linkTo(yearPath(item, undefined), path)}">${text}</a>`),
    ' · ',
  )}</div></nav>
`
}
