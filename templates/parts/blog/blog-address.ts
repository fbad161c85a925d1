import { hasBlog } from '../../../scripts/model/blog.ts'
import type { Site } from '../../../scripts/model/site.ts'
import { homePath } from '../address.ts'

/** Addresses of the blog, as readers of Tumblr know them. They are the same whatever the theme. */
export const blogPath = '/blog/'
export const blogArchivePath = '/blog/archive/'
export const blogAskPath = '/blog/ask/'
export const blogSubmitPath = '/blog/submit/'

/**
 * A page that says what the feed is and names it in its head, where every feed reader looks; the feed itself is a file
 * beside it. A file called `rss` would be handed out as a download by hosts that go by the ending of a name.
 */
export const blogRssPath = '/blog/rss/'
export const blogRssFile = '/blog/rss/index.xml'

/** Where the blog begins: at the site's own address where it is the whole site. */
export function blogFront(site: Pick<Site, 'theme'>): string {
  return site.theme === 'tumblr' ? homePath : blogPath
}

export function blogPostPath(name: string, anchor?: string): string {
  return `/blog/post/${name}/${anchor === undefined ? '' : `#${anchor}`}`
}

export function blogTagPath(slug: string): string {
  return `/blog/tagged/${slug}/`
}

export function blogYearPath(year: string): string {
  return `${blogArchivePath}${year}/`
}

/** Of a list that goes on: its first page, and `page/2/` below it. */
export function blogPagePath(list: string, number: number): string {
  return number === 1 ? list : `${list}page/${number}/`
}

/** What other pages lead to where there is a blog that is not the whole site. */
export function isBeside(site: Pick<Site, 'blog' | 'theme'>): boolean {
  return hasBlog(site) && site.theme !== 'tumblr'
}
