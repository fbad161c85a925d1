import type { Chat } from '../model/chat.ts'
import { addDays } from '../model/date.ts'
import { type DateLanguage, longDateWords, timeWords } from '../model/date-words.ts'
import { nextAfter, type SessionTimes } from '../model/schedule.ts'
import { nextReading } from '../model/window.ts'
import { localDate, localTime } from '../model/zone.ts'
import { zoneLabel } from '../model/zone-label.ts'

/** `Next: Friday 24 December 2010, 1pm GMT`, and why dates before it have none. */
export function sayNext(chat: Chat, now: string): string[] {
  const { skipped } = findNext(chat, now)
  const without = skipped.map(
    ({ date, reason }) => `${longDateWords(date)}: no chat${reason ? ` (${reason})` : ''}`,
  )
  return [...without, sayNextChat(chat, now, 'en')]
}

/** The last of these lines in the language of the archive, for a post. */
export function sayNextChat(chat: Chat, now: string, language: DateLanguage): string {
  const { times } = findNext(chat, now)
  const next = { en: 'Next', cy: 'Y tro nesaf' }[language]
  return `${next}: ${momentWords(chat, { at: times.start, date: times.date, language })}`
}

/** The chat that is running, or the next one. */
export function findNext(chat: Chat, now: string): ReturnType<typeof nextAfter> {
  const today = localDate(now, chat.zone)
  const next = nextAfter(chat, addDays(today, -1))
  return next.times.end > now ? next : nextAfter(chat, today)
}

/** When a session is read again, for edits and late answers; [] once it is complete. */
export function sayReadAgain(chat: Chat, times: SessionTimes, readTo: string | undefined): string[] {
  const at = readTo === undefined ? undefined : nextReading({ times, window: chat.window, readTo })
  if (at === undefined) return []
  return [
    `${times.date} is read again from ${momentWords(chat, { at, date: localDate(at, chat.zone), language: 'en' })}`,
  ]
}

type Moment = {
  /** UTC. */
  readonly at: string
  /** Local. */
  readonly date: string
  readonly language: DateLanguage
}

function momentWords({ zone }: Chat, { at, date, language }: Moment): string {
  return `${longDateWords(date, language)}, ${timeWords(localTime(at, zone), language)} ${zoneLabel(at, zone)}`
}
