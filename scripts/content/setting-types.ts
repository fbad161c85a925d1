import { z } from 'zod'
import { findClosest } from '../model/closest.ts'
import { isDate } from '../model/date.ts'
import { findWeekday } from '../model/date-words.ts'
import { isZone } from '../model/zone.ts'

/** What settings are made of. Each takes the text that stands in the file and says what it wants instead. */

/** Named settings and no others. */
export function settings<S extends z.ZodRawShape>(shape: S) {
  const known = Object.keys(shape)
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? sayUnknown(String(issue.keys?.[0]), known)
        : 'write settings on lines of their own below it, set in by two spaces',
  })
}

/** A setting that may be left out, or left empty. */
export function optional<S extends z.ZodType>(schema: S) {
  return z.preprocess(
    emptyIsUnset,
    schema.optional().transform((value) => value),
  )
}

/** A setting with what holds where it is left out, or left empty; the default is written as in a file. */
export function setting<S extends z.ZodType<unknown, unknown>>(schema: S, standard: z.output<S>) {
  return z.preprocess(
    emptyIsUnset,
    schema.optional().transform((value) => value ?? standard),
  )
}

function emptyIsUnset(value: unknown): unknown {
  return value === '' || value === null ? undefined : value
}

function sayUnknown(key: string, known: readonly string[]): string {
  const closest = findClosest(key, known)
  return `"${key}" is not a setting: ${closest ? `did you mean "${closest}"?` : `there are ${known.join(', ')}`}`
}

export const line = z.string('write one line of text').transform((text) => text.trim().replace(/\s+/g, ' '))

export const yesOrNo = oneOf({ yes: true, no: false, true: true, false: false }, 'yes or no')

/** One of a few words; case is ignored. */
export function oneOf<const T>(words: Readonly<Record<string, T>>, list = Object.keys(words).join(' or ')) {
  return fromText(`write ${list}`, (text) => {
    const word = text.toLowerCase()
    return Object.hasOwn(words, word) ? words[word] : undefined
  })
}

/** Whether pictures are kept. */
export const media = oneOf({ small: 'small', none: 'none' })

export function wholeNumber(least: number, most: number) {
  const wanted = `write a whole number from ${least} to ${most}`
  return fromText(wanted, (text) => {
    const value = /^[0-9]{1,9}$/.test(text) ? Number(text) : -1
    return value >= least && value <= most ? value : undefined
  })
}

/** `2010-12-24`. */
export const date = z.string('write a date such as 2010-12-24').superRefine((text, context) => {
  if (isDate(text)) return
  const isOrdered = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)
  const message = isOrdered
    ? `${quoted(text)} is a date that does not exist: look it up in a calendar`
    : `${quoted(text)} is not a date: write year, month and day such as 2010-12-24`
  context.addIssue({ code: 'custom', message })
})

/** `13:00`; `9:30`, `13.00`, `1pm` and `1.30 pm` are understood. */
export const timeOfDay = fromText('write a time such as 13:00', findTime)

/** ISO weekday, from an English or Welsh name. */
export const weekday = fromText('write a day such as Friday', findWeekday)

export const zone = z.string('write a time zone such as Europe/London').superRefine((text, context) => {
  if (isZone(text)) return
  const closest = text.length > 3 ? findClosest(text, Intl.supportedValuesOf('timeZone')) : undefined
  const next = closest
    ? `did you mean ${closest}?`
    : 'write it as continent and city, such as Europe/London or America/New_York'
  context.addIssue({ code: 'custom', message: `${quoted(text)} is not a time zone: ${next}` })
})

/** With `#`, which may be left out in the file. */
export const hashtag = fromText('write a hashtag such as "#lgovsm"', (text) => {
  const word = text.replace(/^[#＃]/, '')
  return /^[\p{L}\p{M}\p{N}_]{1,100}$/u.test(word) && !/^[0-9]+$/.test(word) ? `#${word}` : undefined
})

/** Without `@`, which may stand in the file. */
export const handle = fromText('write a handle such as "@sam"', (text) => {
  const name = text.replace(/^[@＠]/, '')
  return /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}(@[A-Za-z0-9.-]+)?$/.test(name) ? name : undefined
})

/** A list, or one line with commas or spaces between the items. */
export function listOf<S extends z.ZodType>(item: S) {
  const split = (value: unknown) =>
    typeof value === 'string' ? value.split(/[\s,]+/).filter(Boolean) : value
  return z.preprocess(split, z.array(item, 'write a list: one item a line, with "- " before it'))
}

/** A value that `find` reads from the text; where it finds none, the text is quoted and `wanted` says what to do. */
export function fromText<T>(wanted: string, find: (text: string) => T | undefined) {
  return z.string(wanted).transform((text, context): T => {
    const found = find(text.trim())
    if (found !== undefined) return found
    context.addIssue({ code: 'custom', message: `${quoted(text)} cannot be understood: ${wanted}` })
    return z.NEVER
  })
}

/** On one line, and no longer than a line. */
function quoted(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  return `"${flat.length > 60 ? `${flat.slice(0, 60)}…` : flat}"`
}

function findTime(text: string): string | undefined {
  const match = /^([0-9]{1,2})(?:[:.]([0-9]{2}))?(?: ?([ap])\.?m\.?)?$/i.exec(text)
  if (!match) return undefined
  const [, hours = '', minutes, half] = match
  if (minutes === undefined && half === undefined) return undefined
  const hour = half ? fromHalfDay(Number(hours), half.toLowerCase()) : Number(hours)
  if (hour === undefined || hour > 23 || Number(minutes ?? 0) > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${minutes ?? '00'}`
}

function fromHalfDay(hour: number, half: string): number | undefined {
  if (hour < 1 || hour > 12) return undefined
  return (hour % 12) + (half === 'p' ? 12 : 0)
}
