import { type Content, html } from '../html.ts'
import { nextTime } from '../next-time.ts'
import type { SiteData } from '../site-data.ts'
import { questionWays } from '../ways.ts'

/** What stands above the newest post: when each chat meets next, and how to send a question in. */
export function pinned(archive: SiteData, from: string): Content {
  const { words, chats } = archive
  if (chats.length === 0) return undefined
  return html`<article>
<h2>${words.next}</h2>
${chats.map(
  (item) =>
    html`${chats.length > 1 && html`<h3>${item.chat.title}</h3>\n`}${nextTime(archive, item)}${questionWays(archive, item.chat.name, from)}`,
)}</article>
`
}
