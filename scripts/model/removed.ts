import type { Post } from './post.ts'

/** What is left of a post that was removed: its address, its time and its place in the thread. */
export function emptied({ id, at, replyTo, conversation }: Post): Post {
  return {
    id,
    at,
    author: { id: undefined, handle: undefined, name: '' },
    url: undefined,
    text: [],
    media: [],
    poll: undefined,
    lang: undefined,
    replyTo,
    replyToUser: undefined,
    conversation,
    quotes: undefined,
    quoted: undefined,
    repostOf: undefined,
    versions: [],
    sensitive: false,
    withheldIn: [],
    removed: true,
  }
}
