import type { Chat } from '../../../scripts/model/chat.ts'
import { addDays, weekdayOf } from '../../../scripts/model/date.ts'
import { compareCodePoints } from '../../../scripts/model/order.ts'
import { slotOn } from '../../../scripts/model/schedule.ts'
import type { SessionSummary } from '../../../scripts/model/summary.ts'
import type { ChatData } from '../site-data.ts'

/** A date that the calendar says more of than the rule does. */
export type Occasion = {
  readonly date: string
  /** UTC. */
  readonly start: string
  readonly end: string
  /** Whether the rule names the date too, so that this is what it looks like on it. */
  readonly isOnRule: boolean
  readonly summary: SessionSummary | undefined
  /** Whether its page stands in the archive. */
  readonly isHeld: boolean
}

/** About a year of held sessions; a calendar is not the archive. */
const mostHeld = 52

/** Held sessions, planned ones and those that differ, oldest first. */
export function occasionsOf({ chat, sessions, planned }: ChatData): Occasion[] {
  const held = sessions.slice(-mostHeld)
  const known = new Map([...planned, ...held].map((summary) => [summary.date, summary]))
  const dates = new Set([...known.keys(), ...chat.oneOffs.map(({ date }) => date)])
  return [...dates].sort(compareCodePoints).flatMap((date) => {
    const summary = known.get(date)
    const times = timesOf(chat, date, summary)
    if (!times) return []
    return [
      {
        date,
        ...times,
        isOnRule: isOnRule(chat, date),
        summary,
        isHeld: held.some((one) => one.date === date),
      },
    ]
  })
}

/** The first date that the rule names. */
export function firstOnRule({ chat, sessions, planned }: ChatData): string {
  const from = chat.first ?? [...sessions, ...planned].map(({ date }) => date).sort()[0] ?? '2000-01-01'
  return addDays(from, (chat.weekday - weekdayOf(from) + 7) % 7)
}

/** Whether the weekly rule takes place on a date. */
function isOnRule(chat: Chat, date: string): boolean {
  if (weekdayOf(date) !== chat.weekday || (chat.first !== undefined && date < chat.first)) return false
  return !chat.skip.some((skipped) => skipped.date === date)
}

function timesOf(chat: Chat, date: string, summary: SessionSummary | undefined) {
  if (summary?.start && summary.end) return { start: summary.start, end: summary.end }
  const slot = slotOn(chat, date)
  return slot.kind === 'session' ? { start: slot.times.start, end: slot.times.end } : undefined
}
