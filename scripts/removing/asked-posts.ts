import { networkOf, type Post } from '../model/post.ts'
import { readingPrice } from '../model/price.ts'
import type { Session } from '../model/session.ts'

/** Id to ask X for, of the newest version that is known → id that the post is stored under. */
export type AskedPosts = ReadonlyMap<string, string>

/** Everything of a session that X can be asked for: its posts, those outside too, and those that they quote. */
export function askedPosts({ segments }: Session): AskedPosts {
  const posts = segments.flatMap((segment) =>
    segment.posts.flatMap(({ post }) => [post, post.quoted ?? []].flat()),
  )
  return new Map(posts.filter(isOnX).map((post) => [post.versions.at(-1) ?? post.id, post.id]))
}

function isOnX(post: Post): boolean {
  return (
    !post.removed && networkOf(post.id) === 'x' && /^[1-9]\d{0,18}$/.test(post.versions.at(-1) ?? post.id)
  )
}

/** US dollars. */
export function askingPrice(posts: number): number {
  return readingPrice({ posts, people: 0 }, [''])
}
