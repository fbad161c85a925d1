import { findPostId } from './own-link.ts'
import { type Author, networkOf, type Post, plainText, type Run } from './post.ts'

/** Which posts, and whose, are not to be kept. */
export type Withdrawn = {
  readonly hasPost: (id: string) => boolean
  readonly hasPerson: (network: string, person: Person) => boolean
}

/** As far as it is known. */
export type Person = Pick<Author, 'id' | 'handle'>

/** One or the other, or both. */
export function either(a: Withdrawn, b: Withdrawn): Withdrawn {
  return {
    hasPost: (id) => a.hasPost(id) || b.hasPost(id),
    hasPerson: (network, person) => a.hasPerson(network, person) || b.hasPerson(network, person),
  }
}

export function postsAlone(ids: ReadonlySet<string>): Withdrawn {
  return { hasPost: (id) => ids.has(id), hasPerson: () => false }
}

/** Whether a post is withdrawn itself, or repeats one that is word for word. */
export function isWithdrawn(post: Post, withdrawn: Withdrawn): boolean {
  const { hasPost, hasPerson } = withdrawn
  if ([post.id, ...post.versions].some(hasPost)) return true
  const network = networkOf(post.id)
  if (hasPerson(network, post.author)) return true
  if (post.repostOf === undefined) return false
  if (hasPost(post.repostOf)) return true
  const handle = /^RT @(\w+)/.exec(plainText(post))?.[1]
  return handle !== undefined && hasPerson(network, { id: undefined, handle })
}

/**
 * A post without its copy of a withdrawn one, the network's own link to it at the end of the text, and the number
 * of a withdrawn person. The same where it has none of them.
 */
export function withoutCopies(post: Post, withdrawn: Withdrawn): Post {
  return withoutNumber(withoutQuoted(post, withdrawn), withdrawn)
}

function withoutQuoted(post: Post, withdrawn: Withdrawn): Post {
  const { quotes, quoted } = post
  const isGone = quoted ? isWithdrawn(quoted, withdrawn) : quotes !== undefined && withdrawn.hasPost(quotes)
  if (!isGone) return post
  const last = post.text.at(-1)
  const hasLink = typeof last === 'object' && findPostId(last) === quotes
  if (!quoted && !hasLink) return post
  return { ...post, quoted: undefined, text: hasLink ? withoutLast(post.text) : post.text }
}

function withoutLast(runs: readonly Run[]): readonly Run[] {
  const rest = runs.slice(0, -1)
  const end = rest.at(-1)
  if (typeof end !== 'string') return rest
  const trimmed = end.trimEnd()
  return trimmed === '' ? rest.slice(0, -1) : [...rest.slice(0, -1), trimmed]
}

function withoutNumber(post: Post, withdrawn: Withdrawn): Post {
  const { replyToUser: id } = post
  if (id === undefined || !withdrawn.hasPerson(networkOf(post.id), { id, handle: undefined })) return post
  return { ...post, replyToUser: undefined }
}

/** What may be kept of posts that a source brought. */
export function leaveOut(posts: readonly Post[], withdrawn: Withdrawn): Post[] {
  return posts.filter((post) => !isWithdrawn(post, withdrawn)).map((post) => withoutCopies(post, withdrawn))
}
