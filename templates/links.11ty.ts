import { groupBySite } from '../scripts/model/shared-links.ts'
import { fileAt } from './parts/address.ts'
import { html } from './parts/html.ts'
import { layout } from './parts/layout.ts'
import { fromYear } from './parts/made-from.ts'
import { chatTrail, type SiteData } from './parts/site-data.ts'
import { siteLinks } from './parts/site-links.ts'
import { yearNav, yearPath, yearTitle } from './parts/year-nav.ts'
import type { YearPart } from './parts/year-parts.ts'

type Data = { readonly archive: SiteData; readonly item: YearPart }

export const data = {
  pagination: { data: 'yearParts', size: 1, alias: 'item' },
  permalink: ({ item }: Data) => fileAt(yearPath(item, 'links')),
}

export const madeFrom = ({ item }: Data): unknown => fromYear(item)

/** Every link that was ever shared in a chat, by site; each once. */
export function render({ archive, item }: Data): string {
  const { words } = archive
  const { chat } = item.chat
  const title = yearTitle(item, words.linksList)
  const links = new Map(
    item.sessions.flatMap((session) => session.links.map((link) => [link.target, link] as const)),
  )
  return layout(archive, {
    path: yearPath(item, 'links'),
    title: `${title}: ${chat.title}`,
    hosts: chat.hosts,
    trail: chatTrail(archive, item.chat),
    main: html`<h1>${title}</h1>
<p>${words.linksIntro}
${yearNav(item, 'links', archive)}<ul>${groupBySite([...links.values()]).map(
      ({ site, links: shared }) => html`<li>${siteLinks(site, shared)}\n`,
    )}</ul>
`,
  })
}
