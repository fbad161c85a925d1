import { listDates } from '../content/folder.ts'
import { readIndex, readSession } from '../content/read-session.ts'
import type { Chat } from '../model/chat.ts'
import { addDays } from '../model/date.ts'
import { slotOn, slotsBetween } from '../model/schedule.ts'
import type { SegmentKey } from '../model/session.ts'
import { questionNumber } from '../model/session.ts'
import { localDate } from '../model/zone.ts'

/** How many sessions are offered, newest first. */
const mostDates = 9

/** Local dates that an answer may be for: those with a folder, and those of the last weeks, newest first. */
export function datesFor(root: string, chat: Chat, now: string): string[] {
  const today = localDate(now, chat.zone)
  const recent = slotsBetween(chat, addDays(today, -28), today).flatMap((slot) =>
    slot.kind === 'session' ? [slot.times.date] : [],
  )
  const dates = new Set([...recent, ...listDates(root, chat.name)])
  return [...dates].sort().reverse().slice(0, mostDates)
}

export type QuestionPlace = { readonly key: SegmentKey; readonly question: string }

/** The questions of a session in order, as far as they are known; [] where the date has none. */
export function questionsOf(root: string, chat: Chat, date: string): QuestionPlace[] {
  const plan = readIndex(root, chat.name, date)?.plan
  const slot = slotOn(chat, date, plan)
  if (slot.kind !== 'session') return []
  const asked = listDates(root, chat.name).includes(date) ? readSession(root, chat, date).segments : []
  const questions = new Map(
    slot.times.segments.map(({ key }, i): [SegmentKey, string] => [key, plan?.questions?.[i] ?? '']),
  )
  for (const { key, question } of asked) {
    if (questionNumber(key) !== undefined && (question || !questions.has(key))) questions.set(key, question)
  }
  return [...questions].map(([key, question]) => ({ key, question }))
}
