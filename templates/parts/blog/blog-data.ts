import { blogPostName, hasBlog } from '../../../scripts/model/blog.ts'
import { compareCodePoints } from '../../../scripts/model/order.ts'
import type { Site } from '../../../scripts/model/site.ts'
import type { SessionSummary } from '../../../scripts/model/summary.ts'
import type { ChatData } from '../site-data.ts'
import { blogStyleOf } from './blog-style.ts'
import { type Tag, tagsOf } from './tags.ts'

/** What the blog's pages share, made from summaries alone. */
export type BlogData = {
  /** Stands inside each of them. */
  readonly style: string
  /** Newest first; of one date, by the name of the chat. */
  readonly posts: readonly BlogPost[]
}

/** A session that its host has read over. */
export type BlogPost = {
  readonly chat: ChatData
  readonly summary: SessionSummary
  /** Folder below blog/post/. */
  readonly name: string
  readonly tags: readonly Tag[]
}

export type BlogInput = {
  readonly site: Site
  readonly chats: readonly ChatData[]
  /** The host's own rules. */
  readonly style: string | undefined
}

/** Undefined where the site has no blog. */
export function blogData({ site, chats, style }: BlogInput): BlogData | undefined {
  if (!hasBlog(site)) return undefined
  const posts = chats.flatMap((chat) =>
    chat.sessions.filter(({ checked }) => checked).map((summary) => toPost(chat, summary, site)),
  )
  return Object.freeze({
    style: blogStyleOf(site.accent, style),
    posts: posts.toSorted(newestFirst),
  })
}

export function toPost(chat: ChatData, summary: SessionSummary, { blog }: Site): BlogPost {
  return {
    chat,
    summary,
    name: blogPostName({ chat: chat.chat.name, date: summary.date }, blog?.first),
    tags: tagsOf(chat.chat, summary),
  }
}

function newestFirst(a: BlogPost, b: BlogPost): number {
  return (
    compareCodePoints(b.summary.date, a.summary.date) || compareCodePoints(a.chat.chat.name, b.chat.chat.name)
  )
}
