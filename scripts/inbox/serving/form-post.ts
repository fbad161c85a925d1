import { z } from 'zod'
import { wellFormed } from '../../sources/well-formed.ts'
import type { Incoming } from '../item.ts'
import { cleanName, tidy } from '../named-text.ts'
import { findTag } from '../tag.ts'

/** Letters, as the form on the site allows them. */
const mostLetters = 5000

const field = (most: number) => z.string().max(most).transform(wellFormed)

/** The fields of the form, and nothing else. */
const shape = z.strictObject({
  subject: field(200),
  name: field(200).default(''),
  message: field(mostLetters * 2).refine((text) => text.trim() !== '' && [...text].length <= mostLetters),
  website: field(2000).default(''),
})

export type FormPost = {
  readonly chats: readonly string[]
  /** UTC. */
  readonly now: string
  /** Of its own: two people may send the same words. */
  readonly id: string
}

/** What a form was sent with, as something that came in; undefined where it is not that form. */
export function toFormIncoming(body: unknown, { chats, now, id }: FormPost): Incoming | undefined {
  const parsed = shape.safeParse(body)
  const tag = parsed.success ? findTag(parsed.data.subject, chats) : undefined
  if (!parsed.success || !tag) return undefined
  const { name, message, website } = parsed.data
  return {
    network: 'form',
    sourceIds: [id],
    at: now,
    tag,
    name: cleanName(name),
    text: tidy(message),
    sender: undefined,
    consent: 'sent in',
    doubts: website === '' ? [] : ['a field was filled in that people do not see'],
  }
}
