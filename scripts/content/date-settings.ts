import { z } from 'zod'
import type { OneOff } from '../model/chat.ts'
import {
  date,
  handle,
  line,
  listOf,
  optional,
  setting,
  settings,
  timeOfDay,
  wholeNumber,
} from './setting-types.ts'

/** Settings that hold for single dates, in the ways in which hosts write them. */

export const minutes = wholeNumber(1, 1439)
export const questions = wholeNumber(0, 99)
export const hosts = listOf(handle)

const skipped = settings({ date, reason: setting(line, '') })
const skipWanted = 'write a line for each date such as "2010-12-24: Christmas Eve"'

/** `2010-12-24: Christmas Eve`, or a list of such lines, of dates, or of `date:` and `reason:`. */
export const skip = z.preprocess(toSkipList, z.array(skipped, skipWanted)).superRefine(eachOnce)

function toSkipList(value: unknown): unknown {
  if (typeof value === 'string') return toDates(value)
  if (Array.isArray(value)) return value.map((item) => toSkip(item))
  return isMapping(value) ? Object.entries(value).map(([date, reason]) => ({ date, reason })) : value
}

function toSkip(value: unknown): unknown {
  if (typeof value === 'string') return { date: value }
  const [entry, ...others] = isMapping(value) && !('date' in value) ? Object.entries(value) : []
  return entry && others.length === 0 ? { date: entry[0], reason: entry[1] } : value
}

const oneOff = settings({
  date,
  time: optional(timeOfDay),
  minutes: optional(minutes),
  questions: optional(questions),
  hosts: optional(hosts),
} satisfies Record<keyof OneOff, z.ZodType>)
const oneOffWanted = 'write a list: "- date: 2010-12-21", and below it what is different'

/** A list with `date:` and what is different, or dates with what is different below them. */
export const sessions = z.preprocess(toOneOffList, z.array(oneOff, oneOffWanted)).superRefine(eachOnce)

function toOneOffList(value: unknown): unknown {
  if (typeof value === 'string') return toDates(value)
  if (Array.isArray(value)) return value.map((item) => (typeof item === 'string' ? { date: item } : item))
  if (!isMapping(value)) return value
  return Object.entries(value).map(([date, own]) => (isMapping(own) ? { date, ...own } : { date }))
}

function toDates(text: string): unknown {
  return text.split(/[\s,]+/).map((date) => ({ date }))
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function eachOnce(items: readonly { readonly date: string }[], context: z.RefinementCtx): void {
  const seen = new Set<string>()
  items.forEach(({ date }, i) => {
    if (seen.has(date)) {
      context.addIssue({ code: 'custom', path: [i], message: `${date} stands here twice: keep one of them` })
    }
    seen.add(date)
  })
}
