import type { Site } from '../../scripts/model/site.ts'
import { homePath, linkTo, notFoundPath, pagePath, rootedLink } from './address.ts'
import { type Content, type Html, html, joined, trusted } from './html.ts'
import { removal } from './removal.ts'
import type { SiteData } from './site-data.ts'
import { styleHash, styleOf } from './style.ts'

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
}

/** A whole page: one file, its style inside, no script, and nothing from another host. */
export function layout(archive: SiteData, page: Layout): string {
  const { site, words } = archive
  const style = styleOf(site.accent)
  const heading = page.title === site.title ? page.title : `${page.title} · ${site.title}`
  return html`<!DOCTYPE html>
<html lang="${site.language}">
<meta charset=utf-8>
<meta http-equiv=Content-Security-Policy content="${trusted(policy(style))}">
<meta name=viewport content="width=device-width">
<link rel=icon href=data:,>
${page.hidden && html`<meta name=robots content=noindex>\n`}<title>${heading}</title>
${canonical(site, page.path)}<style>${trusted(style)}</style>
<body>
<a class=skip href=#main>${words.skip}</a>
${page.trail && html`<nav aria-label="${words.where}">${crumbs(archive, page.path, page.trail)}</nav>\n`}<main id=main>
${page.main}</main>
<footer>${footer(archive, page)}</footer>
`.toString()
}

/** Nothing but this page's own style and the site's own pictures; `file:` is the site when it is read from a disk. */
function policy(style: string): string {
  return `default-src 'none';style-src '${styleHash(style)}';img-src 'self' data:;base-uri 'none';form-action 'none'`
}

function canonical({ address }: Site, path: string): Html | undefined {
  if (address === undefined || path.endsWith('.html')) return undefined
  return html`<link rel=canonical href="${address.replace(/\/+$/, '')}${path}">\n`
}

function crumbs({ site }: SiteData, from: string, trail: NonNullable<Layout['trail']>): Content {
  const href = (to: string) => (from === notFoundPath ? rootedLink(site.address, to) : linkTo(from, to))
  return joined(
    trail.map(({ path, text }) => html`<a href="${href(path)}">${text}</a>`),
    ' · ',
  )
}

function footer(archive: SiteData, { path, hosts = [] }: Layout): Content {
  const { site, pages, words } = archive
  const links = [
    { path: homePath, text: site.title },
    ...pages.map(({ slug, title }) => ({ path: pagePath(slug), text: title })),
  ]
  return joined([crumbs(archive, path, links), removal({ site, path, hosts, words })], ' · ')
}
