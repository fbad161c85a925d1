import { isolated } from '../clean.ts'
import { type Html, html, joined, text } from '../html.ts'
import type { SiteData } from '../site-data.ts'
import { blogArchivePath, blogAskPath, blogFront, blogRssPath, blogSubmitPath } from './blog-address.ts'

type Masthead = {
  /** The page it stands on. */
  readonly path: string
  /** Whether the title is the page's own heading. */
  readonly isFront: boolean
  /** From this page to another. */
  readonly href: (to: string) => string
}

/** What stands above every page of the blog: its title, what it is, and the ways that readers of Tumblr look for. */
export function masthead(archive: SiteData, { path, isFront, href }: Masthead): Html {
  const { site, words } = archive
  const ways = [
    { path: blogArchivePath, text: words.blog.archive },
    { path: blogAskPath, text: words.blog.ask },
    { path: blogSubmitPath, text: words.blog.submit },
    ...(site.address === undefined ? [] : [{ path: blogRssPath, text: words.blog.rss }]),
  ]
  const title = isolated(site.title)
  return html`<header><div>
${isFront ? html`<h1>${title}</h1>` : html`<p><b><a href="${href(blogFront(site))}">${title}</a></b>`}
${isFront && site.tagline !== '' && html`<p>${text(site.tagline)}\n`}<nav aria-label="${words.blog.nav}"><div>${joined(
    ways.map((way) => (way.path === path ? way.text : html`<a href="${href(way.path)}">${way.text}</a>`)),
    ' · ',
  )}</div></nav></div></header>
`
}
