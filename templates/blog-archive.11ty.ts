import { monthName } from '../scripts/model/date-words.ts'
import { fileAt, linkTo } from './parts/address.ts'
import { blogArchivePath, blogPostPath, blogYearPath } from './parts/blog/blog-address.ts'
import type { BlogPost } from './parts/blog/blog-data.ts'
import type { BlogMonths } from './parts/blog/blog-months.ts'
import { isolated } from './parts/clean.ts'
import { type Content, type Html, html, joined } from './parts/html.ts'
import { layout } from './parts/layout.ts'
import { fromPosts } from './parts/made-from.ts'
import { sessionTitle } from './parts/session-title.ts'
import type { SiteData } from './parts/site-data.ts'

type Data = { readonly archive: SiteData; readonly item: BlogMonths }

export const data = {
  pagination: { data: 'blogMonths', size: 1, alias: 'item' },
  permalink: ({ item }: Data) => fileAt(item.path),
}

export const madeFrom = ({ archive, item }: Data): unknown => [
  item.path,
  item.year,
  item.years,
  item.months.map(({ month, posts }) => [month, fromPosts(archive, posts)]),
]

/** Every post as a tile, under its month; on a page a year where they are many. */
export function render({ archive, item }: Data): string {
  const { site, words } = archive
  const title = item.year === undefined ? words.blog.archive : `${words.blog.archive}, ${item.year}`
  return layout(archive, {
    path: item.path,
    title,
    blog: 'cards',
    ownStyle,
    hosts: archive.chats.length === 1 ? (archive.chats[0]?.chat.hosts ?? []) : [],
    main: html`<h1>${title}</h1>
${years(archive, item)}${item.months.length === 0 && html`<article><p>${words.blog.nothing}</article>\n`}${item.months.map(
  ({ month, posts }) => html`<h2>${monthName(Number(month.slice(5)), site.language)} ${month.slice(0, 4)}</h2>
<ul class=t>${posts.map((post) => html`<li>${tile(archive, post, item.path)}\n`)}</ul>
`,
)}`,
  })
}

/** Tiles in as many columns as there is room for; one below the other in browsers that know no grid. */
const ownStyle =
  'body{max-width:54em}.t{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(9em,1fr));gap:.75em}.t article{margin:0;height:100%;box-sizing:border-box;padding:.8em 1em}.t p{margin:0}.t a{font-weight:bold;text-decoration:none}'

function tile(archive: SiteData, { chat, summary, name }: BlogPost, from: string): Html {
  const { site, words } = archive
  const title = isolated(sessionTitle(chat.chat, summary, archive))
  return html`<article><p><a href="${linkTo(from, blogPostPath(name))}">${title}</a>
<p class=m>${Number(summary.date.slice(8))} ${monthName(Number(summary.date.slice(5, 7)), site.language)} · ${words.posts(summary.posts)}</article>`
}

function years({ words }: SiteData, item: BlogMonths): Content {
  if (item.years.length === 0) return undefined
  const links = item.years.map((year) =>
    year === item.year ? year : html`<a href="${linkTo(item.path, blogYearPath(year))}">${year}</a>`,
  )
  const first =
    item.year !== undefined && html`<a href="${linkTo(item.path, blogArchivePath)}">${words.latest}</a>`
  return html`<nav aria-label="${words.byYear}"><div>${joined([first, ...links], ' ')}</div></nav>\n`
}
