import { chatPath, linkTo, listPath } from './address.ts'
import { type Content, html, joined } from './html.ts'
import type { SiteData } from './site-data.ts'
import type { YearPart } from './year-parts.ts'

type List = 'questions' | 'links' | undefined

/** Where a page of a list stands; no list is the chat's own page. */
export function yearPath({ chat: { chat }, year }: YearPart, list: List): string {
  const base = list === undefined ? chatPath(chat.name) : listPath(chat.name, list)
  return year === undefined ? base : `${base}${year}/`
}

/** `Questions`, `Questions, 2010`. */
export function yearTitle({ year }: YearPart, title: string): string {
  return year === undefined ? title : `${title}, ${year}`
}

/** Links to every year, where the list is cut by year. */
export function yearNav(part: YearPart, list: List, { words }: SiteData): Content {
  if (part.years.length === 0) return undefined
  const from = yearPath(part, list)
  const links = part.years.map((year) =>
    year === part.year
      ? year
      : html`<a href="${linkTo(from, yearPath({ ...part, year }, list))}">${year}</a>`,
  )
  return html`<nav aria-label="${words.byYear}"><div>${words.byYear}: ${joined(links, ' ')}</div></nav>\n`
}
