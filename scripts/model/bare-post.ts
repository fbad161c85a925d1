import type { Post } from './post.ts'

type Said = Pick<Post, 'id' | 'at' | 'author' | 'text'>

/** A post of which no more is known than who said what and when. */
export function barePost({ id, at, author, text }: Said): Post {
  return {
    id,
    at,
    author,
    url: undefined,
    text,
    media: [],
    poll: undefined,
    lang: undefined,
    replyTo: undefined,
    replyToUser: undefined,
    conversation: undefined,
    quotes: undefined,
    quoted: undefined,
    repostOf: undefined,
    versions: [],
    sensitive: false,
    withheldIn: [],
  }
}
