import { barePost } from './bare-post.ts'
import type { Post } from './post.ts'

/** What is left of a post that was removed: its address, its time and its place in the thread. */
export function emptied({ id, at, replyTo, conversation }: Post): Post {
  const author = { id: undefined, handle: undefined, name: '' }
  return { ...barePost({ id, at, author, text: [] }), replyTo, conversation, removed: true }
}
