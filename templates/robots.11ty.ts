import type { SiteData } from './parts/site-data.ts'

type Data = { readonly archive: SiteData }

/** Only at the root of a host is it ever asked for. */
export const data = {
  permalink: ({ archive: { site } }: Data) =>
    site.address !== undefined && new URL(site.address).pathname === '/' && '/robots.txt',
}

/** Everyone is welcome; what is not for search engines says so itself. */
export function render({ archive: { site } }: Data): string {
  return `User-agent: *\nDisallow:\nSitemap: ${site.address}sitemap.xml\n`
}
