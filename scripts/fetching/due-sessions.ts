import type { Chat } from '../model/chat.ts'
import { addDays } from '../model/date.ts'
import { Problem } from '../model/problem.ts'
import { type SessionTimes, slotOn, slotsBetween } from '../model/schedule.ts'
import type { SessionPlan } from '../model/session.ts'
import { dueReading, readingWindow } from '../model/window.ts'
import { localDate, localTime } from '../model/zone.ts'
import { requireTimes } from './require-times.ts'

/** A session to read, and how far. Instants UTC. */
export type DueSession = { readonly times: SessionTimes; readonly from: string; readonly to: string }

/** What the folder of a date says. */
export type KnownSession = { readonly plan: SessionPlan; readonly readTo: string | undefined }

export type DueInput = {
  readonly chat: Chat
  /** UTC. */
  readonly now: string
  /** Undefined where there is no folder. */
  readonly known: (date: string) => KnownSession | undefined
}

export type Due = {
  readonly sessions: readonly DueSession[]
  /** Dates since the chat's first one without a folder, too old for a search of the last seven days. */
  readonly missed: readonly string[]
}

/** How far back a token without full-archive access can search. */
const reachDays = 7

/** Every session of the last week whose next reading has come, oldest first; of the sample, all of them. */
export function findDue({ chat, now, known }: DueInput): Due {
  const today = localDate(now, chat.zone)
  const oldest = addDays(today, -reachDays)
  const dates = slotsBetween(chat, chat.first ?? oldest, today).flatMap((slot) =>
    slot.kind === 'session' ? [slot.times.date] : [],
  )
  const isOld = (date: string) => date < oldest && !chat.sample
  const sessions = dates.flatMap((date) => {
    // The sample costs nothing: it is read again each time, as if for the first.
    const folder = chat.sample ? undefined : known(date)
    return isOld(date) ? [] : (findReading({ chat, now, known: () => folder }, date) ?? [])
  })
  return { sessions, missed: dates.filter((date) => isOld(date) && known(date) === undefined) }
}

/** The session of a date that the host named, as far as it can be read now. Throws a Problem where it cannot. */
export function requireReading({ chat, now, known }: DueInput, date: string): DueSession {
  const folder = known(date)
  const times = requireTimes(chat, date, folder?.plan)
  const found = findReading({ chat, now, known: () => folder && { ...folder, readTo: undefined } }, date)
  if (found) return found
  const time = localTime(times.end, chat.zone).slice(0, 5)
  throw new Problem(`${date}: this session ends at ${time} and cannot be read before: try again then`)
}

function findReading({ chat, now, known }: DueInput, date: string): DueSession | undefined {
  const folder = known(date)
  const slot = slotOn(chat, date, folder?.plan)
  if (slot.kind !== 'session') return undefined
  const { times } = slot
  const to = dueReading({ times, window: chat.window, readTo: folder?.readTo }, now)
  return to === undefined ? undefined : { times, from: readingWindow(times, chat.window).start, to }
}
