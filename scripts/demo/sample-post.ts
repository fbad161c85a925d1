import { z } from 'zod'

/** `2010-12-17T13:02:11Z` */
const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, 'is an instant such as 2010-12-17T13:02:11Z')

/**
 * Another post: its id, or when it was said, with a space and the handle where two share a second
 * (`2010-12-17T13:02:11Z eg_hattie`), or `gone` for one that is no longer there.
 */
const reference = z.string().min(1)

const picture = z.strictObject({
  /** File in sample/pictures/; for a GIF its still. */
  file: z.string().regex(/^[a-z0-9-]+\.(png|jpg)$/),
  kind: z.enum(['photo', 'animated_gif', 'video']).default('photo'),
  alt: z.string().optional(),
  width: z.int().default(640),
  height: z.int().default(400),
})

const poll = z.strictObject({
  options: z
    .array(z.strictObject({ label: z.string(), votes: z.int() }))
    .min(2)
    .max(4),
  minutes: z.int().default(60),
})

/** A post as a person writes it down; what X would make of it is derived. */
export const samplePost = z.strictObject({
  at: instant,
  by: z.string().regex(/^[A-Za-z0-9_]{1,15}$/, 'is a handle without @'),
  /** As typed: nothing escaped, links in full. */
  text: z.string(),
  to: reference.optional(),
  quotes: reference.optional(),
  /** A native retweet; X's search has none since May 2026. */
  retweets: reference.optional(),
  lang: z.string().default('en'),
  pictures: z.array(picture).default([]),
  poll: poll.optional(),
  edited: z.strictObject({ at: instant, text: z.string() }).optional(),
  /** No longer there from this instant on. */
  deleted: instant.optional(),
  /** Instead of the id that its time gives. */
  id: z
    .string()
    .regex(/^[1-9]\d{0,18}$/)
    .optional(),
  /** Fields laid over the derived tweet, as X would send them. */
  raw: z.record(z.string(), z.unknown()).default({}),
})

export const person = z.strictObject({
  handle: z.string().regex(/^[A-Za-z0-9_]{1,15}$/),
  name: z.string(),
  id: z
    .string()
    .regex(/^\d{1,19}$/)
    .optional(),
  joined: instant.default('2009-04-01T09:00:00Z'),
  bio: z.string().default(''),
  protected: z.boolean().default(false),
  /** Fields laid over the derived user. */
  raw: z.record(z.string(), z.unknown()).default({}),
})

export type SamplePost = z.output<typeof samplePost>
export type Picture = z.output<typeof picture>
export type Person = z.output<typeof person>
/** What a test needs to write: all but time, handle and text has a default. */
export type PostInput = z.input<typeof samplePost>
export type PersonInput = z.input<typeof person>
