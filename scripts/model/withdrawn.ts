import { type Author, networkOf, type Post, plainText } from './post.ts'

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

/** A post without its copy of a withdrawn one, and without the number of a withdrawn person. The same where it has neither. */
export function withoutCopies(post: Post, withdrawn: Withdrawn): Post {
  const { quoted, replyToUser } = post
  const quotes = quoted !== undefined && isWithdrawn(quoted, withdrawn)
  const names =
    replyToUser !== undefined &&
    withdrawn.hasPerson(networkOf(post.id), { id: replyToUser, handle: undefined })
  if (!quotes && !names) return post
  return { ...post, ...(quotes && { quoted: undefined }), ...(names && { replyToUser: undefined }) }
}

/** What may be kept of posts that a source brought. */
export function leaveOut(posts: readonly Post[], withdrawn: Withdrawn): Post[] {
  return posts.filter((post) => !isWithdrawn(post, withdrawn)).map((post) => withoutCopies(post, withdrawn))
}
