import type { Window } from './chat.ts'
import type { SessionTimes } from './schedule.ts'
import { addSeconds } from './zone.ts'

/** Which instants of a session are read from the source. UTC; the ends are exclusive. */
export type ReadingWindow = {
  readonly start: string
  /** End of each reading, ascending; the last one completes the session. Never empty. */
  readonly ends: readonly [string, ...string[]]
}

export type Reading = {
  readonly times: SessionTimes
  readonly window: Window
  /** End of the window that was read last; undefined where nothing was read. */
  readonly readTo: string | undefined
}

/** X wants the end of what it is asked for to lie ten seconds in the past, and its clock is not ours. */
const settlingSeconds = 20

/** The span that belongs to a session, fixed by the schedule and not by the run. */
export function readingWindow(times: SessionTimes, window: Window): ReadingWindow {
  const [first = 0, ...rest] = window.after.toSorted((a, b) => a - b)
  const endAfter = (minutes: number) => addSeconds(times.end, minutes * 60)
  return {
    start: addSeconds(times.start, -window.before * 60),
    ends: [endAfter(first), ...rest.map(endAfter)],
  }
}

/** The end to read to at this moment; undefined where nothing new is due. */
export function dueReading(reading: Reading, now: string): string | undefined {
  const { ends } = readingWindow(reading.times, reading.window)
  const limit = addSeconds(now, -settlingSeconds)
  const end = ends.findLast((candidate) => candidate <= limit)
  return end !== undefined && isAhead(end, reading.readTo) ? end : undefined
}

/** The instant from which the next reading is due; undefined once the session is complete. */
export function nextReading(reading: Reading): string | undefined {
  const end = readingWindow(reading.times, reading.window).ends.find((end) => isAhead(end, reading.readTo))
  return end === undefined ? undefined : addSeconds(end, settlingSeconds)
}

/** Whether the last reading has taken place. */
export function isComplete(reading: Reading): boolean {
  return nextReading(reading) === undefined
}

function isAhead(end: string, readTo: string | undefined): boolean {
  return readTo === undefined || end > readTo
}
