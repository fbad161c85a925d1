import type { Chat } from '../chat.ts'
import { type Post, plainText, sourceText } from '../post.ts'
import { hashtagsIn, toPlainSigns } from './clues.ts'

/** What may be stored: posts that are off the record are left out, and their words where others quote them. */
export function onTheRecord(posts: readonly Post[], chat: Chat): Post[] {
  return posts
    .filter((post) => !isOffTheRecord(post, chat))
    .map((post) => (post.quoted && isOffTheRecord(post.quoted, chat) ? { ...post, quoted: undefined } : post))
}

/** Whether its author asked that a post is not kept: it carries the chat's word for that. Such a post is never stored. */
export function isOffTheRecord(post: Post, chat: Chat): boolean {
  const word = toPlainSigns(chat.offTheRecord).trim().toLowerCase()
  if (word === '' || word === '#') return false
  const tag = word.replace(/^#/, '')
  return [plainText(post), sourceText(post)].some((text) => hashtagsIn(text).includes(tag))
}
