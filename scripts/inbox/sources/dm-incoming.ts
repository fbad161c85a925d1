import type { Chat } from '../../model/chat.ts'
import { formatInstant } from '../../model/instant.ts'
import { unescapeText } from '../../sources/x/escapes.ts'
import type { Incoming } from '../item.ts'
import { takeName, tidy } from '../named-text.ts'
import { findTag } from '../tag.ts'
import type { Message } from './dm-page.ts'

export type Inbound = {
  readonly chats: readonly Chat[]
  /** X's number of the host, whose own messages are none of it. */
  readonly host: string
}

/** A message as something that came in; undefined where it carries no chat's hashtag. */
export function toIncoming(message: Message, { chats, host }: Inbound): Incoming | undefined {
  const { id, event_type, created_at, sender_id } = message
  if ((event_type ?? 'MessageCreate') !== 'MessageCreate' || sender_id === host || !created_at)
    return undefined
  const words = wordsOf(message)
  const chat = chats.find(({ hashtags }) => hashtags.some((tag) => hasTag(words, tag)))
  if (!chat) return undefined
  const untagged = { chat: chat.name, date: undefined, key: undefined, isQuestion: false }
  return {
    network: 'dm',
    sourceIds: [id],
    at: formatInstant(Date.parse(created_at)),
    tag: findTag(words, [chat.name]) ?? untagged,
    ...takeName(tidy(words)),
    sender: sender_id,
    consent: 'open',
    doubts: [],
  }
}

/** With each link as it leads, not as X shortened it. */
function wordsOf({ text = '', entities }: Message): string {
  return (entities?.urls ?? []).reduce(
    (words, { url, expanded_url }) => (expanded_url ? words.replaceAll(url, expanded_url) : words),
    unescapeText(text),
  )
}

function hasTag(words: string, hashtag: string): boolean {
  const wanted = hashtag.slice(1).toLowerCase()
  return (words.match(/[#＃][\p{L}\p{M}\p{N}_]+/gu) ?? []).some(
    (tag) => tag.slice(1).toLowerCase() === wanted,
  )
}
