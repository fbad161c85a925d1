import type { SessionData, SiteData } from '../site-data.ts'
import { blogAskPath, blogSubmitPath } from './blog-address.ts'
import { type BlogPost, toPost } from './blog-data.ts'
import { blogLists } from './blog-lists.ts'
import { blogMonths } from './blog-months.ts'

/** A session's post in the blog: the one kind of page here that needs the session's text. */
export type BlogPostItem = { readonly post: BlogPost; readonly item: SessionData }

/** What the blog's templates are given, by the names they ask for; nothing where the site has no blog. */
export function blogItems(archive: SiteData, sessions: readonly SessionData[]) {
  const { site, blog } = archive
  return {
    blogLists: blogLists(archive),
    blogMonths: blogMonths(archive),
    blogPosts: blog ? postItems(archive, sessions) : [],
    blogDoors: blog ? [blogAskPath, blogSubmitPath] : [],
    blogFeeds: blog && site.address !== undefined ? [blog] : [],
  }
}

function postItems({ site }: SiteData, sessions: readonly SessionData[]): BlogPostItem[] {
  return sessions
    .filter(({ summary }) => summary.checked)
    .map((item) => Object.freeze({ post: toPost(item.chat, item.summary, site), item }))
}
