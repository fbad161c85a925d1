import { networkOf, type Post } from '../model/post.ts'
import { readingPrice } from '../model/price.ts'
import type { Session } from '../model/session.ts'

/** Id that a post is stored under → id to ask X for, that of the newest version that is known. */
export type AskedPosts = ReadonlyMap<string, string>

/** Everything of a session that X can be asked for: its posts, those outside too, and those that they quote. */
export function askedPosts({ segments }: Session): AskedPosts {
  const own = segments.flatMap(({ posts }) => posts.map(({ post }) => post))
  // A quoted post is a copy as it was then: what stands here of it may be newer.
  const all = [...own.flatMap(({ quoted }) => quoted ?? []), ...own]
  return new Map(all.filter(isOnX).map((post) => [post.id, newest(post)]))
}

function newest({ id, versions }: Post): string {
  return versions.at(-1) ?? id
}

function isOnX(post: Post): boolean {
  return !post.removed && networkOf(post.id) === 'x' && /^[1-9]\d{0,18}$/.test(newest(post))
}

/** US dollars. */
export function askingPrice(posts: number): number {
  return readingPrice({ posts, people: 0 }, [''])
}
