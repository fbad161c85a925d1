import type { Page } from '../scripts/model/site.ts'
import { fileAt, homePath, pagePath } from './parts/address.ts'
import { html } from './parts/html.ts'
import { layout } from './parts/layout.ts'
import { markdown } from './parts/markdown.ts'
import type { SiteData } from './parts/site-data.ts'

type Data = { readonly archive: SiteData; readonly item: Page }

export const data = {
  pagination: { data: 'pages', size: 1, alias: 'item' },
  permalink: ({ item }: Data) => fileAt(pagePath(item.slug)),
}

export const madeFrom = ({ item }: Data): unknown => item.body

/** An ordinary page of the host's. */
export function render({ archive, item }: Data): string {
  return layout(archive, {
    path: pagePath(item.slug),
    title: item.title,
    trail: [{ path: homePath, text: archive.site.title }],
    main: html`<h1>${item.title}</h1>\n${markdown(item.body)}`,
  })
}
