import type { Chat } from '../chat.ts'
import { type Post, plainText, sourceText } from '../post.ts'
import { hashtagsIn, toPlainSigns } from './clues.ts'

/** Whether its author asked that a post is not kept: it carries the chat's word for that. Such a post is never stored. */
export function isOffTheRecord(post: Post, chat: Chat): boolean {
  const word = toPlainSigns(chat.offTheRecord).trim().toLowerCase()
  if (word === '' || word === '#') return false
  const tag = word.replace(/^#/, '')
  return [plainText(post), sourceText(post)].some((text) => hashtagsIn(text).includes(tag))
}
