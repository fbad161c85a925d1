import { DateTime } from 'luxon'
import { z } from 'zod'
import { parseContent, parseLayout, type SentBlock } from './npf.ts'
import { checkCaps } from './npf-caps.ts'
import { badFormat, badParent, Refused } from './refusals.ts'
import { type State, states } from './wire.ts'

/** The zone of a blog that nobody has set: what a date without an offset is read in. */
export const blogZone = 'America/New_York'

/** A post as it was sent, checked, its pictures not looked at yet. */
export type Draft = {
  readonly content: readonly SentBlock[]
  readonly layout: readonly unknown[]
  readonly state: State
  readonly tags: readonly string[]
  readonly slug: string | undefined
  readonly sourceUrl: string | undefined
  /** Milliseconds since 1970. */
  readonly date: number | undefined
  readonly publishOn: number | undefined
}

const sent = z.object({
  content: z.unknown().optional(),
  layout: z.unknown().optional(),
  state: z.enum(states).default('published'),
  tags: z.string().default(''),
  slug: z.string().optional(),
  source_url: z.httpUrl().optional(),
  date: z.string().optional(),
  publish_on: z.string().optional(),
  parent_post_id: z.unknown().optional(),
})

/** Reads what a new or an edited post is made of. `now` in milliseconds since 1970. */
export function readDraft(params: Readonly<Record<string, unknown>>, now: number): Draft {
  const { data, error } = sent.safeParse(params)
  if (!data) {
    const first = error.issues[0]
    throw new Refused(badFormat(`${first?.path.join('.')}: ${first?.message ?? 'invalid'}`))
  }
  if (data.parent_post_id !== undefined) throw new Refused(badParent)
  const content = parseContent(data.content)
  if (content.length === 0) throw new Refused(badFormat('content: a post needs a block that is not empty'))
  const layout = parseLayout(data.layout, content.length)
  checkCaps(content, layout)
  const date = data.date === undefined ? undefined : readDate(data.date, 'date')
  if (date !== undefined && date > now) throw new Refused(badFormat('date: must be in the past'))
  return {
    content,
    layout,
    state: data.state,
    tags: splitTags(data.tags),
    slug: data.slug,
    sourceUrl: data.source_url,
    date,
    publishOn: data.publish_on === undefined ? undefined : readDate(data.publish_on, 'publish_on'),
  }
}

/** A comma always parts two tags: there is no way to write one. */
export function splitTags(text: string): string[] {
  return text
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
}

/** ISO 8601, or the form that Tumblr itself writes: `2010-12-17 13:00:00 GMT`. */
function readDate(text: string, name: string): number {
  const iso = text.replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) GMT$/, '$1T$2Z')
  const time = DateTime.fromISO(iso, { zone: blogZone })
  if (!time.isValid) throw new Refused(badFormat(`${name}: ${JSON.stringify(text)} is no date`))
  return Math.floor(time.toMillis() / 1000) * 1000
}
