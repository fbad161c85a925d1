import { chatPath, linkTo } from '../address.ts'
import { type Content, html } from '../html.ts'
import { nextTime } from '../next-time.ts'
import type { SiteData } from '../site-data.ts'
import { questionWays } from '../ways.ts'

/** What stands above the newest post: when each chat meets next, how to send a question in, and the way to its lists. */
export function pinned(archive: SiteData, from: string): Content {
  const { words, chats } = archive
  if (chats.length === 0) return undefined
  return html`<article>
<h2>${words.next}</h2>
${chats.map((item) => {
  const { name, title } = item.chat
  return html`${chats.length > 1 && html`<h3>${title}</h3>\n`}${nextTime(archive, item)}${questionWays(archive, name, from)}<p><a href="${linkTo(from, chatPath(name))}">${words.allOf(item.sessions.length, title)}</a>
`
})}</article>
`
}
