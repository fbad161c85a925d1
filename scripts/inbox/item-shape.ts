import { z } from 'zod'
import { contributionNetworks } from '../model/contribution.ts'
import { isInstant } from '../model/instant.ts'
import { consents, type Item, states } from './item.ts'

const words = z
  .string()
  .optional()
  .transform((value) => value)
const instant = z.string().refine(isInstant)

const shape = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{32}$/),
  network: z.enum(contributionNetworks),
  at: instant,
  tag: z
    .strictObject({ chat: words, date: words, key: words, isQuestion: z.boolean() })
    .optional()
    .transform((value) => value),
  name: z.string(),
  text: z.string(),
  sender: words,
  consent: z.enum(consents),
  doubts: z.array(z.string()),
  state: z.enum(states),
  decidedAt: instant.optional().transform((value) => value),
  consentAt: instant.optional().transform((value) => value),
  place: z
    .strictObject({ id: z.string(), chat: z.string(), date: words, key: words })
    .optional()
    .transform((value) => value),
})

/** An item as its file says it; undefined where it is torn. */
export function parseItem(text: string): Item | undefined {
  try {
    return shape.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

export function formatItem(item: Item): string {
  return `${JSON.stringify(item, null, 2)}\n`
}
