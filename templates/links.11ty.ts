import { groupBySite } from '../scripts/model/shared-links.ts'
import { fileAt, listPath } from './parts/address.ts'
import { html } from './parts/html.ts'
import { layout } from './parts/layout.ts'
import { type ChatData, chatTrail, type SiteData } from './parts/site-data.ts'
import { siteLinks } from './parts/site-links.ts'

type Data = { readonly archive: SiteData; readonly item: ChatData }

export const data = {
  pagination: { data: 'chats', size: 1, alias: 'item' },
  permalink: ({ item }: Data) => fileAt(listPath(item.chat.name, 'links')),
}

/** Every link that was ever shared in a chat, by site. */
export function render({ archive, item }: Data): string {
  const { words } = archive
  const links = new Map(
    item.sessions.flatMap((session) => session.links.map((link) => [link.target, link] as const)),
  )
  return layout(archive, {
    path: listPath(item.chat.name, 'links'),
    title: `${words.linksList}: ${item.chat.title}`,
    hosts: item.chat.hosts,
    trail: chatTrail(archive, item),
    main: html`<h1>${words.linksList}</h1>
<p>${words.linksIntro}
<ul>${groupBySite([...links.values()]).map(({ site, links: shared }) => html`<li>${siteLinks(site, shared)}\n`)}</ul>
`,
  })
}
