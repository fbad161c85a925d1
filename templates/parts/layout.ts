import type { Site } from '../../scripts/model/site.ts'
import { faviconPath, homePath, linkTo, notFoundPath, pagePath, rootedLink, searchPath } from './address.ts'
import { bare } from './bare.ts'
import { blogPath, isBeside } from './blog/blog-address.ts'
import { masthead } from './blog/masthead.ts'
import { isolated, printable, unturned } from './clean.ts'
import { type Content, type Html, html, joined, trusted } from './html.ts'
import { removal } from './removal.ts'
import type { SiteData } from './site-data.ts'
import { styleHash } from './style.ts'

type Layout = {
  /** Address of this page, from the site's root. */
  readonly path: string
  readonly title: string
  readonly main: Content
  /** What stands above the title: the way back. */
  readonly trail?: readonly { readonly path: string; readonly text: string }[]
  /** Handles to ask for a removal where the site names no contact. */
  readonly hosts?: readonly string[]
  /** Whether search engines are asked to stay away. */
  readonly hidden?: boolean
  /** What the page is about, in a line. */
  readonly description?: string
  /** Address of the feed that this page's readers may want. */
  readonly feed?: string
  /** Address of the blog's feed, where this page is about it. */
  readonly rss?: string
  /**
   * Set out as a page of the blog: its front, with the title as heading; with cards of its own; or on one card.
   * Where the blog is the whole site, every page stands on a card.
   */
  readonly blog?: 'front' | 'cards' | 'card'
  /** The page that search engines are to keep in place of this one, which says the same. */
  readonly canonical?: string
  /** What a page with a script needs beyond what pages are allowed; and the script. */
  readonly script?: { readonly policy: string; readonly path: string }
  /** Where a form on this page is sent to: the one host that it may be. */
  readonly form?: string | undefined
  /** Rules for this page alone. */
  readonly ownStyle?: string
}

/**
 * A whole page: one file, its style inside, nothing from another host, and no script but on the search page.
 * What browsers older than `nav` and `footer` would run together stands in a `div`.
 */
export function layout(archive: SiteData, page: Layout): string {
  const { site, words } = archive
  const blog = page.blog ?? (site.theme === 'tumblr' ? 'card' : undefined)
  const style = ((blog && archive.blog?.style) ?? archive.style) + (page.ownStyle ?? '')
  const heading = page.title === site.title ? page.title : `${page.title} · ${site.title}`
  return printable(
    html`<!DOCTYPE html>
<html lang="${site.language}">
<meta charset=utf-8>
<meta http-equiv=Content-Security-Policy content="${trusted(policy(style, page))}">
<meta name=viewport content="width=device-width">
<link rel=icon href=${bare(hrefFrom(archive, page.path)(faviconPath))}>
${page.hidden && html`<meta name=robots content=noindex>\n`}<title>${unturned(heading)}</title>
${preview(page)}${canonical(site, page)}${feedLink(archive, page)}<style>${trusted(style)}</style>
<body>
<a class=skip href=#main>${words.skip}</a>
${blog && masthead(archive, { path: page.path, isFront: blog === 'front', href: hrefFrom(archive, page.path) })}${page.trail && html`<nav aria-label="${words.where}"><div>${crumbs(archive, page.path, page.trail)}</div></nav>\n`}<main id=main>
${blog === 'card' ? html`<article>\n${page.main}</article>\n` : page.main}</main>
<footer><div>${footer(archive, page)}</div></footer>
${page.script && html`<script type=module src="${linkTo(page.path, page.script.path)}"></script>\n`}`.toString(),
  )
}

/** Nothing but this page's own style and the site's own pictures; `file:` is the site when it is read from a disk. */
function policy(style: string, { script, form }: Layout): string {
  return `default-src 'none';style-src '${styleHash(style)}';img-src 'self' data:;${script ? `${script.policy};` : ''}base-uri 'none';form-action ${form ? new URL(form).origin : "'none'"}`
}

/** For those who pass the page on. Its picture would be a request more, so there is none. */
function preview({ title, description }: Layout): Content {
  if (description === undefined) return undefined
  return html`<meta name=description property=og:description content="${unturned(description)}">
<meta property=og:title content="${unturned(title)}">
`
}

function canonical({ address }: Site, page: Layout): Html | undefined {
  if (address === undefined || page.path.endsWith('.html')) return undefined
  return html`<link rel=canonical href="${address.replace(/\/+$/, '')}${page.canonical ?? page.path}">\n`
}

function feedLink({ site }: SiteData, { path, feed, rss }: Layout): Content {
  if (site.address === undefined) return undefined
  const link = (kind: string, to: string) =>
    html`<link rel=alternate type=application/${kind}+xml href="${linkTo(path, to)}">\n`
  return [feed !== undefined && link('atom', feed), rss !== undefined && link('rss', rss)]
}

/** The page for missing addresses is shown at any address, so its links name the whole of theirs. */
function hrefFrom({ site }: SiteData, from: string): (to: string) => string {
  return (to) => (from === notFoundPath ? rootedLink(site.address, to) : linkTo(from, to))
}

function crumbs(archive: SiteData, from: string, trail: NonNullable<Layout['trail']>): Content {
  const href = hrefFrom(archive, from)
  return joined(
    trail.map(({ path, text }) => html`<a href="${href(path)}">${isolated(text)}</a>`),
    ' · ',
  )
}

function footer(archive: SiteData, { path, hosts = [] }: Layout): Content {
  const { site, pages, words } = archive
  const links = [
    { path: homePath, text: site.title },
    ...(isBeside(site) ? [{ path: blogPath, text: words.blog.blog }] : []),
    ...(site.search ? [{ path: searchPath, text: words.search }] : []),
    ...pages.map(({ slug, title }) => ({ path: pagePath(slug), text: title })),
  ]
  return joined([crumbs(archive, path, links), removal({ site, path, hosts, words })], ' · ')
}
