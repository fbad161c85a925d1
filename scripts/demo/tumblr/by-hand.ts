import type { Blog } from './blog.ts'
import { splitTags } from './read-draft.ts'
import type { Block, StoredPost } from './wire.ts'

type Sent = {
  readonly text: string
  readonly tags?: string
  /** The sender's blog; without one it is anonymous. */
  readonly by?: string
  readonly anonymousName?: string
  readonly anonymousEmail?: string
}

type Said = { readonly by: string; readonly text?: string; readonly tags?: string }

export type ByHand = ReturnType<typeof playing>

type Stage = { readonly blog: Blog; readonly now: () => number; readonly nextId: () => string }

/** What people do on Tumblr's own pages, for tests to play them. */
export function playing({ blog, now, nextId }: Stage) {
  const note = (postId: string, type: 'reply' | 'reblog' | 'like', said: Said) => {
    const { id } = blog.find(postId)
    const reblogId = type === 'reblog' ? nextId() : undefined
    const tags = splitTags(said.tags ?? '')
    blog.notes.push({ postId: id, type, by: said.by, at: now(), text: said.text ?? '', tags, reblogId })
    return reblogId
  }
  return {
    /** The host changes a post in Tumblr's editor, past every limit. */
    edit: (id: string, change: Partial<Pick<StoredPost, 'content' | 'tags' | 'state' | 'date' | 'slug'>>) =>
      blog.edit(id, { ...blog.find(id), ...change }),
    /** The host deletes a post. */
    remove: (id: string) => blog.remove(id),
    /** The host writes a post that no program knows of; `id` where it is one of Tumblr's first years: short. */
    write: (content: readonly Block[], tags = '', id = nextId()) =>
      blog.create(
        {
          content,
          tags: splitTags(tags),
          layout: [],
          state: 'published',
          slug: undefined,
          sourceUrl: undefined,
          date: undefined,
          publishOn: undefined,
        },
        id,
      ),
    /** Somebody sends something in. Gives its id. */
    submit: ({ text, tags = '', by, anonymousName, anonymousEmail }: Sent): string => {
      const id = nextId()
      const content: Block[] = text.split('\n\n').map((one) => ({ type: 'text', text: one }))
      blog.submissions.push({
        id,
        at: now(),
        content,
        tags: splitTags(tags),
        by,
        anonymousName,
        anonymousEmail,
      })
      return id
    },
    reply: (postId: string, said: Said): void => void note(postId, 'reply', said),
    /** With or without a comment. Gives the id of the reblog. */
    reblog: (postId: string, said: Said): string | undefined => note(postId, 'reblog', said),
    like: (postId: string, by: string): void => void note(postId, 'like', { by }),
  }
}
