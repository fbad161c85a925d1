import { fileAt, linkTo, sessionPath } from './parts/address.ts'
import { blogPostPath } from './parts/blog/blog-address.ts'
import type { BlogPostItem } from './parts/blog/blog-items.ts'
import { postFoot } from './parts/blog/post-foot.ts'
import { contextOf } from './parts/context.ts'
import { html } from './parts/html.ts'
import { layout } from './parts/layout.ts'
import { fromSession } from './parts/made-from.ts'
import { section } from './parts/section.ts'
import { titledSections } from './parts/sections.ts'
import { sessionHead } from './parts/session-head.ts'
import { sessionTitle } from './parts/session-title.ts'
import type { SiteData } from './parts/site-data.ts'
import { answerWaysFrom } from './parts/ways.ts'

type Data = { readonly archive: SiteData; readonly item: BlogPostItem }

export const data = {
  pagination: { data: 'blogPosts', size: 1, alias: 'item' },
  permalink: ({ item }: Data) => fileAt(blogPostPath(item.post.name)),
}

export const madeFrom = ({ item }: Data): unknown => [fromSession(item.item), item.post.name, item.post.tags]

/**
 * The transcript as a post of the blog. Search engines and those who pass it on are shown the transcript's own
 * address, which is the same with and without a blog.
 */
export function render({ archive, item: { post, item } }: Data): string {
  const { site, words } = archive
  const { chat } = item.chat
  const session = item.read()
  const path = blogPostPath(post.name)
  const transcript = sessionPath(chat.name, session.date)
  const bylineHref: Parameters<typeof contextOf>[0]['bylineHref'] = ({ post }) => post.url
  const media = linkTo(path, `${transcript}media/`).replace('index.html', '')
  const context = contextOf({ site, chat, words, session, media, bylineHref })
  const sections = titledSections(session, context).map((titled) => {
    return { ...titled, answer: answerWaysFrom(archive, item, { key: titled.segment.key, from: path }) }
  })
  return layout(archive, {
    path,
    canonical: transcript,
    title: sessionTitle(chat, session, archive),
    blog: 'card',
    hidden: chat.sample,
    hosts: item.summary.hosts,
    main: html`${sessionHead({ archive, item, session, context, sections })}${sections.map((titled, index) =>
      section(titled, sections[index + 1], context),
    )}${postFoot(archive, { post, item })}`,
  })
}
