import { fileAt, linkTo } from './parts/address.ts'
import { blogFront, blogRssFile } from './parts/blog/blog-address.ts'
import { type BlogList, isSampleOnly } from './parts/blog/blog-lists.ts'
import { card } from './parts/blog/card.ts'
import { pinned } from './parts/blog/pinned.ts'
import { isolated } from './parts/clean.ts'
import { type Content, html, joined } from './parts/html.ts'
import { layout } from './parts/layout.ts'
import { fromChat, fromPosts } from './parts/made-from.ts'
import type { SiteData } from './parts/site-data.ts'

type Data = { readonly archive: SiteData; readonly item: BlogList }

export const data = {
  pagination: { data: 'blogLists', size: 1, alias: 'item' },
  permalink: ({ item }: Data) => fileAt(item.path),
}

export const madeFrom = ({ archive, item }: Data): unknown => {
  const { posts, ...list } = item
  const isFront = list.canonical === blogFront(archive.site)
  return [list, fromPosts(archive, posts), isFront && archive.chats.map(fromChat)]
}

/** Posts as cards, newest first: all of them, or those with a tag. */
export function render({ archive, item }: Data): string {
  const { site, words } = archive
  const isFront = item.canonical === blogFront(site)
  const title = titleOf(item, archive)
  return layout(archive, {
    path: item.path,
    canonical: item.canonical,
    title,
    blog: isFront ? 'front' : 'cards',
    hidden: isSampleOnly(item.posts),
    ...(isFront && site.tagline !== '' && { description: site.tagline }),
    ...(isFront && { rss: blogRssFile }),
    hosts: archive.chats.length === 1 ? (archive.chats[0]?.chat.hosts ?? []) : [],
    main: html`${!isFront && html`<h1>${isolated(title)}</h1>\n`}${isFront && pinned(archive, item.path)}${
      item.posts.length === 0 && html`<article><p>${words.blog.nothing}</article>\n`
    }${item.posts.map((post) => card(archive, post, item.path))}${pager(archive, item)}`,
  })
}

function titleOf({ tag, number, count, path, canonical }: BlogList, { site, words }: SiteData): string {
  const isFront = canonical === blogFront(site)
  if (isFront) return path === blogFront(site) && site.theme === 'tumblr' ? site.title : words.blog.blog
  const page = number === 1 ? undefined : words.blog.page(number, count)
  return joinedWords(tag && words.blog.tagged(tag.name), page)
}

function joinedWords(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(', ')
}

function pager({ words }: SiteData, { path, number, count, newer, older }: BlogList): Content {
  if (count === 1) return undefined
  const links = [
    newer && html`<a href="${linkTo(path, newer)}">${words.blog.newer}</a>`,
    words.blog.page(number, count),
    older && html`<a href="${linkTo(path, older)}">${words.blog.older}</a>`,
  ]
  return html`<nav aria-label="${words.blog.pages}"><div>${joined(links, ' · ')}</div></nav>\n`
}
