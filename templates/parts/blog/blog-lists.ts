import type { SiteData } from '../site-data.ts'
import { blogFront, blogPagePath, blogPath, blogTagPath } from './blog-address.ts'
import type { BlogPost } from './blog-data.ts'
import type { Tag } from './tags.ts'

/** A page of posts: of all of them, or of those with a tag. */
export type BlogList = {
  readonly path: string
  /** The page that search engines are to keep; another one where this repeats it. */
  readonly canonical: string
  readonly tag: Tag | undefined
  /** From 1. */
  readonly number: number
  readonly count: number
  readonly newer: string | undefined
  readonly older: string | undefined
  readonly posts: readonly BlogPost[]
}

/** As many as a page of Tumblr has. */
const most = 10

/** Where the blog is the whole site, its first page stands at both addresses. */
export function blogLists(archive: SiteData): BlogList[] {
  const { site, blog } = archive
  if (!blog) return []
  const front = blogFront(site)
  const all = cut(blog.posts, blogPath).map((list) => fronted(list, front))
  const first = all[0]
  return [
    ...all,
    ...(first && front !== blogPath ? [{ ...first, path: front }] : []),
    ...tagsIn(blog.posts).flatMap(({ tag, posts }) =>
      cut(posts, blogTagPath(tag.slug)).map((list) => ({ ...list, tag })),
    ),
  ]
}

/** Invented people are not for search engines. */
export function isSampleOnly(posts: readonly BlogPost[]): boolean {
  return posts.length > 0 && posts.every(({ chat }) => chat.chat.sample)
}

function cut(posts: readonly BlogPost[], path: string): BlogList[] {
  const count = Math.max(1, Math.ceil(posts.length / most))
  return Array.from({ length: count }, (_, index): BlogList => {
    const number = index + 1
    const own = blogPagePath(path, number)
    return {
      path: own,
      canonical: own,
      tag: undefined,
      number,
      count,
      newer: number > 1 ? blogPagePath(path, number - 1) : undefined,
      older: number < count ? blogPagePath(path, number + 1) : undefined,
      posts: posts.slice(index * most, number * most),
    }
  })
}

function fronted(list: BlogList, front: string): BlogList {
  if (list.number === 1) return { ...list, canonical: front }
  return list.number === 2 ? { ...list, newer: front } : list
}

type Tagged = { readonly tag: Tag; readonly posts: readonly BlogPost[] }

/** Called as the newest post calls it. */
function tagsIn(posts: readonly BlogPost[]): Tagged[] {
  const found = new Map<string, { tag: Tag; posts: BlogPost[] }>()
  for (const post of posts) {
    for (const tag of post.tags) {
      const known = found.get(tag.slug)
      if (known) known.posts.push(post)
      else found.set(tag.slug, { tag, posts: [post] })
    }
  }
  return [...found.values()]
}
