import { determinedType } from './post-shape.ts'
import { badParameter, Refused } from './refusals.ts'
import type { StoredPost } from './wire.ts'

/** A page of posts that a request asks for. */
export type Listing = {
  readonly id: string | undefined
  readonly offset: number
  readonly limit: number
  readonly npf: boolean
  readonly select: (posts: readonly StoredPost[]) => StoredPost[]
}

/** More tags than this cannot be asked for at once. */
const mostTags = 4

export function readListing(query: URLSearchParams): Listing {
  const id = query.get('id') ?? undefined
  const before = readNumber(query, 'before')
  const type = query.get('type') ?? undefined
  const tags = [...query].flatMap(([name, value]) =>
    /^tag(\[\d*\])?$/.test(name) ? [value.toLowerCase()] : [],
  )
  if (tags.length > mostTags) throw new Refused(badParameter(`tag: at most ${mostTags}`))
  const has = (post: StoredPost, tag: string) => post.tags.some((one) => one.toLowerCase() === tag)
  return {
    id,
    offset: readNumber(query, 'offset') ?? 0,
    limit: Math.min(20, Math.max(1, readNumber(query, 'limit') ?? 20)),
    npf: ['true', '1'].includes(query.get('npf') ?? ''),
    select: (posts) =>
      posts.filter(
        (post) =>
          (id === undefined || post.id === id) &&
          (before === undefined || post.date < before * 1000) &&
          (type === undefined || determinedType(post.content) === type) &&
          tags.every((tag) => has(post, tag)),
      ),
  }
}

export function readNumber(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name)
  if (text === null) return undefined
  if (/^\d+$/.test(text)) return Number(text)
  throw new Refused(badParameter(`${name}: must be a number`))
}
