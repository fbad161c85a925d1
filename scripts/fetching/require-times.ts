import type { Chat } from '../model/chat.ts'
import { addDays, isDate } from '../model/date.ts'
import { Problem } from '../model/problem.ts'
import { type SessionTimes, slotOn, slotsBetween } from '../model/schedule.ts'
import type { SessionPlan } from '../model/session.ts'

/** When the session of a date that the host named takes place. Throws a Problem where there is none. */
export function requireTimes(chat: Chat, date: string, plan?: SessionPlan): SessionTimes {
  if (!isDate(date)) throw new Problem(`${date}: this is not a date: write it as 2010-12-17`)
  const slot = slotOn(chat, date, plan)
  if (slot.kind === 'session') return slot.times
  if (slot.kind === 'skipped') {
    throw new Problem(
      `${date}: this session was skipped (${slot.reason || 'no reason given'}): see skip: in chat.yaml`,
    )
  }
  throw new Problem(`${date}: ${chat.title} has no session on this date: ${sayNearest(chat, date)}`)
}

function sayNearest(chat: Chat, date: string): string {
  const around = slotsBetween(chat, addDays(date, -14), addDays(date, 14))
  const dates = around.flatMap((slot) => (slot.kind === 'session' ? [slot.times.date] : []))
  const before = dates.findLast((candidate) => candidate < date)
  const after = dates.find((candidate) => candidate > date)
  const near = [before, after].filter((candidate) => candidate !== undefined)
  if (near.length === 0) return `its first is ${chat.first ?? 'not set'}: see first: in chat.yaml`
  return `the nearest are ${near.join(' and ')}; a session outside the rule goes under sessions: in chat.yaml`
}
