import { nameOf } from '../../scripts/model/person.ts'
import { type Author, networkOf, type Post } from '../../scripts/model/post.ts'
import { isolated } from './clean.ts'
import type { Context } from './context.ts'
import { type Content, html } from './html.ts'
import { postLink } from './post-link.ts'
import { authorOf } from './sent.ts'

/** Whom a post answers, as far as this page knows them; undefined where it cannot say. */
export function findAnswered(post: Post, { byId, authors, words }: Context): Author | undefined {
  const answered = byId.get(post.replyTo ?? '')?.post
  if (answered?.removed) return undefined
  const parent = answered && authorOf(answered, words)
  if (parent || post.replyToUser === undefined) return parent
  return authors.get(`${networkOf(post.id)}:${post.replyToUser}`)
}

/** `to Dave, 13:02`, linked where that post is on the page, and whom else the post was addressed to. */
export function replyLine(post: Post, addressed: readonly string[], context: Context): Content {
  const { byId, words } = context
  const answered = findAnswered(post, context)
  const parent = byId.get(post.replyTo ?? '')
  if (parent?.post.removed) return html`${words.to} ${postLink(parent, context)}`
  if (!answered) return undefined
  const whom = parent ? postLink(parent, context) : isolated(nameOf(answered) || words.unavailable)
  const others = addressed.filter((handle) => handle.toLowerCase() !== answered.handle?.toLowerCase())
  return html`${words.to} ${whom}${others.map((handle) => html` ${words.and} @${handle}`)}`
}
