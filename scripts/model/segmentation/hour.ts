import type { Chat } from '../chat.ts'
import { addDays } from '../date.ts'
import type { SessionTimes } from '../schedule.ts'
import { toInstant } from '../zone.ts'
import { toPlainSigns } from './clues.ts'

/** A session's times in milliseconds, and what of the chat matters for its posts. */
export type Hour = {
  readonly start: number
  readonly end: number
  /** From when a post may be a hello before the start. */
  readonly opens: number
  /** The local day, end exclusive. */
  readonly dayStart: number
  readonly dayEnd: number
  /** How many questions are expected, at least 1. */
  readonly count: number
  /** How long each is expected to run. */
  readonly part: number
  /** Lower-case, without `#`. */
  readonly hashtags: readonly string[]
  /** Lower-case handles. */
  readonly hosts: ReadonlySet<string>
}

export const minute = 60_000

export function toHour(times: SessionTimes, chat: Chat): Hour {
  const start = Date.parse(times.start)
  const end = Date.parse(times.end)
  const count = Math.max(times.segments.length, 1)
  const hosts = times.hosts.length > 0 ? times.hosts : chat.hosts
  return {
    start,
    end,
    opens: start - chat.window.before * minute,
    dayStart: midnight(times.date, chat.zone),
    dayEnd: midnight(addDays(times.date, 1), chat.zone),
    count,
    part: (end - start) / count,
    hashtags: chat.hashtags.map((tag) => toPlainSigns(tag).replace(/^#/, '').toLowerCase()),
    hosts: new Set(hosts.map((handle) => handle.replace(/^@/, '').toLowerCase())),
  }
}

function midnight(date: string, zone: string): number {
  return Date.parse(toInstant(`${date}T00:00:00`, zone))
}
