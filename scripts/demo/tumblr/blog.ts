import { createHash } from 'node:crypto'
import { createCounter, type Limits } from './limits.ts'
import type { Draft } from './read-draft.ts'
import { mediaLimit, notFound, postLimit, queueLimit, Refused } from './refusals.ts'
import type { Block, Note, StoredPost, Submission } from './wire.ts'

/** A draft whose pictures have been taken in. */
export type Finished = Omit<Draft, 'content'> & { readonly content: readonly Block[] }

export type BlogOptions = {
  readonly name: string
  /** Whether the keys may write here. */
  readonly own: boolean
  readonly limits: Limits
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly nextId: () => string
}

/** One blog with all that is on it. */
export type Blog = ReturnType<typeof createBlog>

export function createBlog({ name, own, limits, now, nextId }: BlogOptions) {
  const posts = new Map<string, StoredPost>()
  const submissions: Submission[] = []
  const notes: Note[] = []
  const published = createCounter('day', limits.postsADay, now)
  const images = createCounter('day', limits.imagesADay, now)

  const find = (id: string): StoredPost => {
    const found = posts.get(id)
    if (!found) throw new Refused(notFound)
    return found
  }

  const keep = (post: StoredPost): StoredPost => {
    posts.set(post.id, post)
    return post
  }

  /** Queued posts whose time has come get out, under a new id. */
  const settle = (): void => {
    for (const post of [...posts.values()]) {
      if (post.state !== 'queue' || post.publishOn === undefined || post.publishOn > now()) continue
      posts.delete(post.id)
      const { publishOn } = post
      keep({
        ...post,
        id: nextId(),
        genesisId: post.id,
        state: 'published',
        date: publishOn,
        publishedAt: publishOn,
      })
    }
  }

  const countQueued = () => [...posts.values()].filter((one) => one.state === 'queue').length

  const create = (draft: Finished, id = nextId()): StoredPost => {
    if (draft.state === 'queue' && countQueued() >= limits.queued) throw new Refused(queueLimit)
    if (draft.state === 'published' && !published.take()) throw new Refused(postLimit)
    return keep({
      ...draft,
      id,
      genesisId: undefined,
      slug: toSlug(draft.slug ?? firstWords(draft.content)),
      date: draft.date ?? now(),
      publishedAt: draft.state === 'published' ? now() : undefined,
      edits: 0,
      reblogKey: createHash('sha256').update(id).digest('base64url').slice(0, 8),
    })
  }

  /**
   * Takes the place of the post as it was: what is not sent is gone, as on a new post. What was no post yet gets
   * another id when it comes out.
   */
  const edit = (id: string, draft: Finished): StoredPost => {
    const before = find(id)
    const comesOut = draft.state === 'published' && before.state !== 'published'
    if (comesOut && !published.take()) throw new Refused(postLimit)
    const publishedAt = comesOut ? now() : before.publishedAt
    const isNew = comesOut && before.state !== 'private'
    if (isNew) posts.delete(id)
    return keep({
      ...before,
      ...draft,
      id: isNew ? nextId() : id,
      genesisId: isNew ? id : before.genesisId,
      slug: toSlug(draft.slug ?? firstWords(draft.content)),
      date: draft.date ?? publishedAt ?? now(),
      publishedAt,
      edits: before.edits + 1,
    })
  }

  return {
    name,
    own,
    uuid: `t:${createHash('sha256').update(name).digest('base64url').slice(0, 22)}`,
    url: `https://${name}.tumblr.com/`,
    submissions,
    notes,
    postWindow: published.window,
    imageWindow: images.window,
    find,
    create,
    edit,
    settle,
    /** Counts pictures that are about to be taken in. */
    takeImages: (count: number): void => {
      if (!images.take(count)) throw new Refused(mediaLimit)
    },
    remove: (id: string): void => {
      find(id)
      posts.delete(id)
    },
    /** Oldest first, whatever their state. */
    all: (): StoredPost[] => [...posts.values()],
    /** What a visitor of the blog comes to: the newest date on top, whenever it was really published. */
    inBlogOrder: (): StoredPost[] => sorted(posts, (one) => one.date),
    /** What a follower comes to: what was published last on top; back-dating does not count here. */
    inDashboardOrder: (): StoredPost[] => sorted(posts, (one) => one.publishedAt ?? one.date),
  }
}

function sorted(posts: ReadonlyMap<string, StoredPost>, by: (post: StoredPost) => number): StoredPost[] {
  const seen = [...posts.values()].filter((one) => one.state === 'published')
  return seen.sort((a, b) => by(b) - by(a) || (BigInt(a.id) < BigInt(b.id) ? 1 : -1))
}

function firstWords(content: readonly Block[]): string {
  const first = content.find((one) => one.type === 'text')
  return first && 'text' in first && typeof first.text === 'string' ? first.text : ''
}

function toSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 55)
}
