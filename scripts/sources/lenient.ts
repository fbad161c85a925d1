import { z } from 'zod'
import { wellFormed } from './well-formed.ts'

/** A string that UTF-8 can hold. */
export const text = z.string().transform(wellFormed)

/** The same for what names something: an id, a handle, a code. Empty is as good as broken. */
export const word = text.refine((value) => value !== '')

/** What the reader can do without: null, absent and broken are all undefined. */
export const maybe = <T>(schema: z.ZodType<T>) =>
  schema
    .nullish()
    .catch(undefined)
    .transform((value) => value ?? undefined)

/** Broken items are passed over; null and absent are []. */
export const list = <T>(schema: z.ZodType<T>) =>
  z
    .array(z.unknown())
    .nullish()
    .catch([])
    .transform((items) =>
      (items ?? []).flatMap((item) => {
        const read = schema.safeParse(item)
        return read.success ? [read.data] : []
      }),
    )
