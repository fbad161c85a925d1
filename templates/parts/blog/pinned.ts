import { type Content, html } from '../html.ts'
import { nextTime } from '../next-time.ts'
import type { SiteData } from '../site-data.ts'

/** What stands above the newest post: when each chat meets next. */
export function pinned(archive: SiteData): Content {
  const { words, chats } = archive
  if (chats.length === 0) return undefined
  return html`<article>
<h2>${words.next}</h2>
${chats.map((item) => html`${chats.length > 1 && html`<h3>${item.chat.title}</h3>\n`}${nextTime(archive, item)}`)}</article>
`
}
