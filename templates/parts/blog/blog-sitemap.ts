import { homePath } from '../address.ts'
import type { SiteData } from '../site-data.ts'
import { blogAskPath, blogSubmitPath } from './blog-address.ts'
import { blogLists, isSampleOnly } from './blog-lists.ts'
import { blogMonths } from './blog-months.ts'

/** The blog's pages that search engines are welcome to; its posts are there as transcripts. */
export function blogSitemapPaths(archive: SiteData): string[] {
  if (!archive.blog) return []
  const lists = blogLists(archive).filter(
    ({ path, canonical, posts }) => path === canonical && path !== homePath && !isSampleOnly(posts),
  )
  return [
    ...lists.map(({ path }) => path),
    ...blogMonths(archive).map(({ path }) => path),
    blogAskPath,
    blogSubmitPath,
  ]
}
