import { blogRssFile } from './parts/blog/blog-address.ts'
import { rssOf } from './parts/blog/rss.ts'
import type { SiteData } from './parts/site-data.ts'

/** Made where the site's address is known, since a feed is read elsewhere. */
export const data = {
  pagination: { data: 'blogFeeds', size: 1, alias: 'item' },
  permalink: blogRssFile,
}

/** The blog for feed readers. */
export function render({ archive }: { readonly archive: SiteData }): string {
  return rssOf(archive)
}
