import { chatPath, feedPath, fileAt, homePath, linkTo } from './parts/address.ts'
import { type Html, html, text } from './parts/html.ts'
import { latestSession } from './parts/latest-session.ts'
import { layout } from './parts/layout.ts'
import { nextTime } from './parts/next-time.ts'
import { sessionLine } from './parts/session-list.ts'
import type { ChatData, SiteData } from './parts/site-data.ts'
import { questionWays } from './parts/ways.ts'

/** Where the blog is the whole site, its front page stands here. */
export const data = {
  permalink: ({ archive }: { readonly archive: SiteData }) =>
    archive.site.theme !== 'tumblr' && fileAt(homePath),
}

/** What comes next, the newest transcript, then the archive. */
export function render({ archive }: { readonly archive: SiteData }): string {
  const { site, chats } = archive
  return layout(archive, {
    path: homePath,
    title: site.title,
    ...(site.tagline !== '' && { description: site.tagline }),
    ...(chats.length === 1 && chats[0] && { feed: feedPath(chats[0].chat.name) }),
    hosts: chats.length === 1 ? (chats[0]?.chat.hosts ?? []) : [],
    main: html`<h1>${site.title}</h1>
${site.tagline !== '' && html`<p>${text(site.tagline)}\n`}${chats.map((item) => chatPart(archive, item))}`,
  })
}

/** One chat's part; where there are several, each has its heading and the rest stands a level below. */
function chatPart(archive: SiteData, item: ChatData): Html {
  const { words, chats } = archive
  const { chat, sessions } = item
  const heading = (text: string) => (chats.length > 1 ? html`<h3>${text}</h3>` : html`<h2>${text}</h2>`)
  const newest = sessions.at(-1)
  const earlier = sessions.slice(-6, -1).toReversed()
  return html`${chats.length > 1 && html`<h2>${chat.title}</h2>\n`}${
    chat.sample && html`<p role=note>${words.sample}</p>\n`
  }${heading(words.next)}
${nextTime(archive, item)}${questionWays(archive, chat.name, homePath)}${heading(words.latest)}
${newest ? latestSession(archive, item, newest) : html`<p>${words.noSessions}\n`}${heading(words.archive)}
<ul>${earlier.map(
    (session) => html`<li>${sessionLine(archive, { item, session, from: homePath })}\n`,
  )}<li><a href="${linkTo(homePath, chatPath(chat.name))}">${words.allOf(sessions.length, chat.title)}</a></ul>
`
}
