import { z } from 'zod'
import type { Chat } from '../../model/chat.ts'
import { formatInstant } from '../../model/instant.ts'
import { Problem } from '../../model/problem.ts'
import { list, maybe, text, word } from '../../sources/lenient.ts'
import { unescapeText } from '../../sources/x/escapes.ts'
import type { Get } from '../../sources/x/get.ts'
import { Trouble } from '../../sources/x/trouble.ts'
import type { InboxSource } from '../collect.ts'
import type { Incoming } from '../item.ts'
import { takeName, tidy } from '../named-text.ts'
import { findTag } from '../tag.ts'

export type MessagesSource = {
  readonly get: Get
  readonly chats: readonly Chat[]
  /** X's number of the host, whose own messages are none of it. */
  readonly host: string
  /** How many messages may be read. */
  readonly most: number
  /** Id of the newest one that an earlier run read; undefined where none did. */
  readonly newest: string | undefined
  /** Called at the end with the newest id, for the next run. */
  readonly remember: (id: string) => void
  readonly tell: (line: string) => void
}

const link = z.object({ url: text, expanded_url: maybe(text) })
const message = z.object({
  id: word,
  event_type: maybe(text),
  text: maybe(text),
  created_at: maybe(z.iso.datetime({ offset: true })),
  sender_id: maybe(word),
  entities: maybe(z.object({ urls: list(link) })),
})
type Message = z.output<typeof message>
const answer = z.object({ data: list(message), meta: maybe(z.object({ next_token: maybe(word) })) })

/** The least and the most that X gives at once. */
const smallestPage = 10
const largestPage = 100

/**
 * Direct messages of the last 30 days, newest first, up to those that were read before. Only what carries a chat's
 * hashtag is kept; of all others nothing is, not even that there were any.
 */
export function messagesSource(source: MessagesSource): InboxSource {
  return {
    name: 'direct messages',
    read: async ({ take }) => {
      const { get, most, newest, remember, tell } = source
      let read = 0
      let first: string | undefined
      let next: string | undefined
      do {
        const size = Math.min(largestPage, Math.max(smallestPage, newest === undefined ? most - read : 20))
        const page = parse(await get('dm_events', parameters(size, next)).catch(refuse))
        read += page.data.length
        first ??= page.data[0]?.id
        for (const one of page.data) {
          const incoming = toIncoming(one, source)
          if (incoming) take(incoming)
        }
        next = page.data.some(({ id }) => isKnown(id, newest)) ? undefined : page.meta?.next_token
      } while (next !== undefined && read + smallestPage <= most)
      if (next !== undefined)
        tell('X: there are more direct messages than max_cost pays for: raise it and run again')
      if (first !== undefined && next === undefined) remember(first)
      tell(`X: ${read} direct messages read, about ${sayPrice(read)}`)
    },
  }
}

/** US dollars for one that is read: https://docs.x.com/x-api/getting-started/pricing */
export const messagePrice = 0.01

export function sayPrice(messages: number): string {
  return `$${(messages * messagePrice).toFixed(2)}`
}

function parameters(size: number, next: string | undefined): Record<string, string | undefined> {
  return {
    max_results: String(size),
    event_types: 'MessageCreate',
    'dm_event.fields': 'id,event_type,text,created_at,sender_id,entities',
    pagination_token: next,
  }
}

function parse(body: string): z.output<typeof answer> {
  try {
    return answer.parse(JSON.parse(body))
  } catch {
    throw new Problem('X: its answer about direct messages cannot be understood: try again later')
  }
}

/** Ids grow with time. */
function isKnown(id: string, newest: string | undefined): boolean {
  if (newest === undefined || !/^\d+$/.test(id)) return false
  return BigInt(id) <= BigInt(newest)
}

function toIncoming(message: Message, { chats, host }: MessagesSource): Incoming | undefined {
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

/** What X says of the token is about other keys here. */
function refuse(error: unknown): never {
  if (!(error instanceof Trouble)) throw error
  const keys = 'the four keys INBOX_X_… are not accepted, or may not read messages: see docs/inbox.md'
  throw new Problem(/answered 40[13]/.test(error.message) ? `X: ${keys}` : error.message)
}
