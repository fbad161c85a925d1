import { fileAt, linkTo } from './parts/address.ts'
import { blogRssFile, blogRssPath } from './parts/blog/blog-address.ts'
import { html } from './parts/html.ts'
import { layout } from './parts/layout.ts'
import type { SiteData } from './parts/site-data.ts'

export const data = {
  pagination: { data: 'blogFeeds', size: 1, alias: 'item' },
  permalink: fileAt(blogRssPath),
}

/** What stands at /blog/rss/ for people; a feed reader that is given that address finds the feed in its head. */
export function render({ archive }: { readonly archive: SiteData }): string {
  const { site, words } = archive
  const address = new URL(blogRssFile.slice(1), site.address).href
  return layout(archive, {
    path: blogRssPath,
    title: words.blog.rssTitle,
    blog: 'card',
    hidden: true,
    rss: blogRssFile,
    main: html`<h1>${words.blog.rssTitle}</h1>
<p>${words.blog.rssIntro}
<p><a href="${linkTo(blogRssPath, blogRssFile)}">${address}</a>
`,
  })
}
