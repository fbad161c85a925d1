import { z } from 'zod'
import { Problem } from '../../model/problem.ts'
import { list, maybe, text, word } from '../../sources/lenient.ts'

const link = z.object({ url: text, expanded_url: maybe(text) })
const message = z.object({
  id: word,
  event_type: maybe(text),
  text: maybe(text),
  created_at: maybe(z.iso.datetime({ offset: true })),
  sender_id: maybe(word),
  entities: maybe(z.object({ urls: list(link) })),
})
export type Message = z.output<typeof message>
const answer = z.object({ data: list(message), meta: maybe(z.object({ next_token: maybe(word) })) })

/** Newest first. */
export type Page = {
  readonly messages: readonly Message[]
  /** Names what comes after it; undefined where nothing does. */
  readonly next: string | undefined
}

export type PageWanted = {
  /** How many messages at most. */
  readonly size: number
  /** Undefined for the newest. */
  readonly token: string | undefined
}

/** What to ask for, as X's API names it. */
export function pageParameters({ size, token }: PageWanted): Record<string, string | undefined> {
  return {
    max_results: String(size),
    event_types: 'MessageCreate',
    'dm_event.fields': 'id,event_type,text,created_at,sender_id,entities',
    pagination_token: token,
  }
}

/** Throws a Problem where it is none of X's answers. */
export function parsePage(body: string): Page {
  try {
    const { data, meta } = answer.parse(JSON.parse(body))
    return { messages: data, next: meta?.next_token }
  } catch {
    throw new Problem('X: its answer about direct messages cannot be understood: try again later')
  }
}
