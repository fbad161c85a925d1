import { DateTime } from 'luxon'
import { limitExceeded, type Refusal } from './refusals.ts'

/** How often things may be done: Tumblr's "Rate Limits". */
export type Limits = {
  /** Those of an hour and a day for an address are as many minutes' worth: the minute's comes first. */
  readonly callsAMinute: number
  readonly callsAnHour: number
  readonly callsADay: number
  readonly postsADay: number
  readonly imagesADay: number
  readonly queued: number
}

export const tumblrLimits: Limits = {
  callsAMinute: 300,
  callsAnHour: 1000,
  callsADay: 5000,
  postsADay: 250,
  imagesADay: 250,
  queued: 1000,
}

/** Where Tumblr's days begin: its documented resets fall on midnight there. */
const dayZone = 'America/New_York'

export type Window = { readonly limit: number; readonly remaining: number; readonly resetAt: number }

/** Counts within windows of the server's own clock: the full minute, the full hour, the calendar day. */
export function createCounter(unit: 'minute' | 'hour' | 'day', limit: number, now: () => number) {
  let end = 0
  let used = 0
  const window = (): Window => {
    const time = now()
    if (time >= end || time < end - 86_400_000) {
      end = DateTime.fromMillis(time, { zone: dayZone }).endOf(unit).toMillis() + 1
      used = 0
    }
    return { limit, remaining: Math.max(0, limit - used), resetAt: Math.floor(end / 1000) }
  }
  return {
    window,
    /** Whether there was room for that many; only then are they counted. */
    take: (count = 1): boolean => {
      if (window().remaining < count) return false
      used += count
      return true
    },
  }
}

export type Allowance = { readonly headers: Record<string, string>; readonly refusal: Refusal | undefined }

/** Counts calls: by minute for the address they come from, by hour and day for the key. */
export function createCallLimits(limits: Limits, now: () => number) {
  const minute = createCounter('minute', limits.callsAMinute, now)
  const hour = createCounter('hour', limits.callsAnHour, now)
  const day = createCounter('day', limits.callsADay, now)
  return {
    /** Every call, before anybody looks at its key. */
    address: (): Refusal | undefined =>
      minute.take() ? undefined : { ...limitExceeded, title: 'Too many calls a minute from this address' },
    key: (): Allowance => {
      const left = [
        { name: 'Perhour', unit: 'hour', counter: hour },
        { name: 'Perday', unit: 'day', counter: day },
      ]
      const full = left.find(({ counter }) => !counter.take())
      const headers = left.flatMap(({ name, counter }) => toHeaders(name, counter.window(), now()))
      return {
        headers: Object.fromEntries(headers),
        refusal: full && {
          ...limitExceeded,
          title: `Too many calls ${full.unit === 'day' ? 'a day' : 'an hour'} for this key`,
        },
      }
    },
  }
}

/** The reset is told in seconds from now. */
function toHeaders(name: string, { limit, remaining, resetAt }: Window, now: number): [string, string][] {
  return [
    [`X-Ratelimit-${name}-Limit`, String(limit)],
    [`X-Ratelimit-${name}-Remaining`, String(remaining)],
    [`X-Ratelimit-${name}-Reset`, String(resetAt - Math.floor(now / 1000))],
  ]
}
