import type { Chat, OneOff } from './chat.ts'
import { addDays, weekdayOf } from './date.ts'
import { compareCodePoints } from './order.ts'
import type { SessionPlan } from './session.ts'
import { addSeconds, toInstant } from './zone.ts'

/** When one session takes place. All instants UTC, whole seconds; ends exclusive. */
export type SessionTimes = {
  /** The local date that the schedule names: the session's name. */
  readonly date: string
  readonly start: string
  readonly end: string
  /** q1, q2, … in order; one segment `q1` where the chat is open. */
  readonly segments: readonly SegmentTimes[]
  /** Handles without `@`. */
  readonly hosts: readonly string[]
}

export type SegmentTimes = { readonly key: string; readonly start: string; readonly end: string }

/** What a date is in a chat's calendar. */
export type Slot = SessionSlot | SkippedSlot | { readonly kind: 'none'; readonly date: string }
export type SessionSlot = { readonly kind: 'session'; readonly times: SessionTimes }
export type SkippedSlot = { readonly kind: 'skipped'; readonly date: string; readonly reason: string }

/**
 * The session of one local date: the rule, less skipped dates, with the date's own differences; a plan
 * (index.md) overrules a one-off (chat.yaml), and neither is asked about a date that has no session.
 * A start in an hour that happens twice is the first, in one that does not happen it moves forward.
 */
export function slotOn(chat: Chat, date: string, plan?: SessionPlan): Slot {
  const oneOff = chat.oneOffs.find((candidate) => candidate.date === date)
  if (!isScheduled(chat, date, oneOff)) return { kind: 'none', date }
  const skip = chat.skip.find((candidate) => candidate.date === date)
  if (skip) return { kind: 'skipped', date, reason: skip.reason }
  return { kind: 'session', times: sessionTimes(chat, date, { ...given(oneOff), ...planned(plan) }) }
}

/** Sessions and skipped dates from `from` to `to`, both included, ascending. */
export function slotsBetween(chat: Chat, from: string, to: string): (SessionSlot | SkippedSlot)[] {
  return datesBetween(chat, from, to).flatMap((date) => {
    const slot = slotOn(chat, date)
    return slot.kind === 'none' ? [] : [slot]
  })
}

/** The first session after a date, and the skipped dates on the way to it. */
export function nextAfter(chat: Chat, date: string): { skipped: SkippedSlot[]; times: SessionTimes } {
  const skipped: SkippedSlot[] = []
  // Ends, since only so many dates are skipped and the rule goes on for ever.
  for (let from = later(addDays(date, 1), chat.first); ; from = addDays(from, 7)) {
    for (const slot of slotsBetween(chat, from, addDays(from, 6))) {
      if (slot.kind === 'session') return { skipped, times: slot.times }
      skipped.push(slot)
    }
  }
}

function isScheduled(chat: Chat, date: string, oneOff: OneOff | undefined): boolean {
  if (chat.first !== undefined && date < chat.first) return false
  return oneOff !== undefined || weekdayOf(date) === chat.weekday
}

type Differences = {
  readonly time?: string
  readonly minutes?: number
  readonly questions?: number
  readonly hosts?: readonly string[]
}

function given(oneOff: OneOff | undefined): Differences {
  if (!oneOff) return {}
  const { time, minutes, questions, hosts } = oneOff
  return {
    ...(time !== undefined && { time }),
    ...(minutes !== undefined && { minutes }),
    ...(questions !== undefined && { questions }),
    ...(hosts !== undefined && { hosts }),
  }
}

function planned(plan: SessionPlan | undefined): Differences {
  if (!plan) return {}
  return given({ ...plan, date: '', questions: plan.questions?.length })
}

function sessionTimes(chat: Chat, date: string, differences: Differences): SessionTimes {
  const { time, minutes, questions, hosts } = { ...chat, ...differences }
  const start = toInstant(`${date}T${time}`, chat.zone)
  const seconds = minutes * 60
  return { date, start, end: addSeconds(start, seconds), segments: cut(start, seconds, questions), hosts }
}

/** Equal parts in whole seconds; the last one takes what is left. */
function cut(start: string, seconds: number, questions: number): SegmentTimes[] {
  const count = Math.max(questions, 1)
  const part = Math.floor(seconds / count)
  return Array.from({ length: count }, (_, i) => ({
    key: `q${i + 1}`,
    start: addSeconds(start, i * part),
    end: addSeconds(start, i + 1 === count ? seconds : (i + 1) * part),
  }))
}

function datesBetween(chat: Chat, from: string, to: string): string[] {
  const begin = later(from, chat.first)
  const dates = new Set(chat.oneOffs.map(({ date }) => date).filter((date) => date >= begin && date <= to))
  const ahead = (chat.weekday - weekdayOf(begin) + 7) % 7
  for (let date = addDays(begin, ahead); date <= to; date = addDays(date, 7)) dates.add(date)
  return [...dates].sort(compareCodePoints)
}

function later(date: string, first: string | undefined): string {
  return first !== undefined && first > date ? first : date
}
