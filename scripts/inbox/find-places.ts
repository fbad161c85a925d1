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

export type Dates = {
  /** UTC. */
  readonly now: string
  /** Local date that the tag names; undefined where it names none. */
  readonly named: string | undefined
}

/**
 * Local dates that an answer may be for, newest first: those with a folder and those of the last weeks, the newest of
 * them, and the one that is named, however old, where there was a session.
 */
export function datesFor(root: string, chat: Chat, { now, named }: Dates): string[] {
  const today = localDate(now, chat.zone)
  const recent = slotsBetween(chat, addDays(today, -28), today).flatMap((slot) =>
    slot.kind === 'session' ? [slot.times.date] : [],
  )
  const newest = [...new Set([...recent, ...listDates(root, chat.name)])].sort().reverse().slice(0, mostDates)
  const isThere = named !== undefined && isSession(root, chat, named)
  return [...new Set([...newest, ...(isThere ? [named] : [])])].sort().reverse()
}

function isSession(root: string, chat: Chat, date: string): boolean {
  return slotOn(chat, date, readIndex(root, chat.name, date)?.plan).kind === 'session'
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
