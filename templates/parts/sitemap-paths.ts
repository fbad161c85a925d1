import { chatPath, homePath, listPath, pagePath, sessionPath } from './address.ts'
import { blogSitemapPaths } from './blog/blog-sitemap.ts'
import type { SiteData } from './site-data.ts'
import { yearPath } from './year-nav.ts'
import { yearParts } from './year-parts.ts'

/** Every page that search engines are welcome to, from the site's root. */
export function sitemapPaths(archive: SiteData): string[] {
  const { chats, pages } = archive
  return [
    homePath,
    ...pages.map(({ slug }) => pagePath(slug)),
    ...chats.flatMap((data) => [
      chatPath(data.chat.name),
      ...yearParts(data)
        .filter(({ year }) => year !== undefined)
        .map((part) => yearPath(part, undefined)),
      listPath(data.chat.name, 'questions'),
      listPath(data.chat.name, 'links'),
      ...data.sessions
        .filter(({ checked }) => checked && !data.chat.sample)
        .map(({ date }) => sessionPath(data.chat.name, date)),
    ]),
    ...blogSitemapPaths(archive),
  ]
}
