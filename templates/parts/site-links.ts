import type { LinkSummary } from '../../scripts/model/summary.ts'
import { bare } from './bare.ts'
import { isolated } from './clean.ts'
import { type Html, html, joined } from './html.ts'
import { findHref } from './safe-href.ts'

/** `example.gov.uk: /survey, /help`: links to one site, called by where on it they lead. */
export function siteLinks(site: string, links: readonly Pick<LinkSummary, 'target'>[]): Html {
  return html`${isolated(site)}: ${joined(
    links.map(({ target }) => link(target)),
    ', ',
  )}`
}

function link(target: string): Html {
  const shown = isolated(shortPath(target))
  const href = findHref(target)
  return href === undefined ? shown : html`<a href=${bare(href)}>${shown}</a>`
}

/** What follows the site's name, cut where it gets long; a site's front page is called by the name. */
function shortPath(target: string): string {
  const [, host = '', path = ''] = /^https?:\/\/([^/?#]*)(.*)$/is.exec(target) ?? []
  if (path === '' || path === '/') return host.replace(/^www\./, '')
  const characters = [...path]
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : path
}

const longest = 60
