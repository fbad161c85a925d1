import type { Weights } from './belief.ts'
import type { Stretch } from './borders.ts'
import { isClosing } from './closing.ts'
import type { Clues } from './clues.ts'
import { type Hour, minute } from './hour.ts'

/** So long after the end people still finish their answers. */
const grace = 5 * minute

export type Timetable = {
  readonly hour: Hour
  readonly stretches: readonly Stretch[]
  /** Where nobody asked anything the clock alone decides, exactly. */
  readonly exact: boolean
  /** From when on what has no other evidence is said afterwards. */
  readonly close: number
}

export function toTimetable(hour: Hour, stretches: readonly Stretch[]): Timetable {
  const asked = stretches.filter((stretch) => stretch.asked)
  const last = Math.max(...asked.map(({ start }) => start), hour.start)
  const begin = Math.min(...stretches.map(({ start }) => start))
  const typical = asked.length > 1 ? (last - begin) / (asked.length - 1) : hour.part
  return {
    hour,
    stretches,
    exact: asked.length === 0,
    close: Math.max(hour.end + grace, Math.min(last + typical, last + hour.part * 2)),
  }
}

/** What its time says of a post's place: 0 is before, 1 to N are the questions, N + 1 is after. */
export function timeWeights(clue: Clues, timetable: Timetable): Weights {
  const { stretches, hour, exact } = timetable
  const begin = Math.min(...stretches.map(({ start }) => start))
  const current = currentOf(clue.time, stretches)
  const questions = stretches.map((stretch, i) => {
    if (i === current) return 1
    if (exact) return 0
    if (stretch.start > clue.time || stretch.start === stretch.end) return unasked
    return stillAnswered((clue.time - stretch.end) / hour.part)
  })
  if (clue.time < begin) return [1, ...questions.map(() => (exact ? 0 : 0.005)), 0]
  const closing = closingWeight(clue, timetable)
  return closing === 0
    ? [0, ...questions, 0]
    : [0, ...questions.map((weight) => weight * (1 - closing)), closing]
}

/** The question whose time it is: by time, not by number. */
function currentOf(time: number, stretches: readonly Stretch[]): number {
  let current = 0
  stretches.forEach((stretch, i) => {
    if (stretch.start <= time && stretch.start >= (stretches[current]?.start ?? 0)) current = i
  })
  return current
}

/** A question that is put later can be answered only by who knows it beforehand. */
const unasked = 0.005

/** How likely a question is still answered so many parts after the next one was put, beside that one. */
function stillAnswered(parts: number): number {
  return 0.9 * Math.exp(-3 * Math.max(parts, 0)) + 0.02
}

function closingWeight(clue: Clues, { hour, close }: Timetable): number {
  if (isClosing(clue, hour)) return 0.99
  if (clue.time < hour.end) return 0
  return clue.time < close ? 0.2 : 1 - 0.2 * Math.exp((close - clue.time) / (10 * minute))
}
