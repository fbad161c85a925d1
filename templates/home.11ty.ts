import { chatPath, fileAt, homePath, linkTo } from './parts/address.ts'
import { type Html, html, text } from './parts/html.ts'
import { layout } from './parts/layout.ts'
import { nextTime } from './parts/next-time.ts'
import { sessionLine } from './parts/session-list.ts'
import type { ChatData, SiteData } from './parts/site-data.ts'

export const data = { permalink: fileAt(homePath) }

/** What comes next, the newest transcript, then the archive. */
export function render({ archive }: { readonly archive: SiteData }): string {
  const { site, chats } = archive
  return layout(archive, {
    path: homePath,
    title: site.title,
    hosts: chats.length === 1 ? (chats[0]?.chat.hosts ?? []) : [],
    main: html`<h1>${site.title}</h1>
${site.tagline !== '' && html`<p>${text(site.tagline)}\n`}${chats.map((item) => chatPart(archive, item))}`,
  })
}

function chatPart(archive: SiteData, item: ChatData): Html {
  const { words, chats } = archive
  const { chat, sessions } = item
  const newest = sessions.at(-1)
  const earlier = sessions.slice(-6, -1).toReversed()
  const line = (session: typeof newest) => session && sessionLine(archive, { item, session, from: homePath })
  return html`${chats.length > 1 && html`<h2>${chat.title}</h2>\n`}${chat.sample && html`<p role=note>${words.sample}</p>\n`}${nextTime(
    archive,
    item,
  )}<h2>${words.latest}</h2>
<p>${newest ? line(newest) : words.noSessions}
<h2>${words.archive}</h2>
<ul>${earlier.map((session) => html`<li>${line(session)}\n`)}<li><a href="${linkTo(homePath, chatPath(chat.name))}">${chat.title}: ${words.allSessions}</a> (${words.sessions(
    sessions.length,
  )})</ul>
`
}
