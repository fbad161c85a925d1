import { html } from './parts/html.ts'
import type { SiteData } from './parts/site-data.ts'

type Data = { readonly archive: SiteData; readonly item: readonly string[] }

/** Made where the site's address is known: https://www.sitemaps.org/protocol.html wants whole addresses. */
export const data = {
  pagination: { data: 'sitemaps', size: 1, alias: 'item' },
  permalink: '/sitemap.xml',
}

export function render({ archive: { site }, item }: Data): string {
  return html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${item.map((path) => html`<url><loc>${new URL(path.slice(1), site.address).href}</loc></url>\n`)}</urlset>
`.toString()
}
