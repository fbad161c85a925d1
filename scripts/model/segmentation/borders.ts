import { formatInstant } from '../instant.ts'
import type { SessionTimes } from '../schedule.ts'
import type { Question } from './questions.ts'
import type { FoundSegment } from './types.ts'

/** Where one question's time begins and ends; milliseconds, end exclusive. */
export type Stretch = { readonly start: number; readonly end: number; readonly asked: boolean }

/**
 * The stretches of q1 to qN. Where the host asked, the question begins there; the first begins with the hour at
 * the latest. Where nobody asked, it begins by the clock, between its neighbours.
 */
export function findStretches(
  times: SessionTimes,
  asked: ReadonlyMap<number, Question>,
  count: number,
): Stretch[] {
  const starts = startsOf(times, asked, count)
  const inTime = [...starts.keys()].sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0) || a - b)
  const last = starts[inTime.at(-1) ?? 0] ?? 0
  const close = Math.max(Date.parse(times.end), last)
  return starts.map((start, i) => {
    const next = inTime[inTime.indexOf(i) + 1]
    const end = (next === undefined ? undefined : starts[next]) ?? close
    return { start, end, asked: asked.get(i + 1)?.askedAt !== undefined }
  })
}

function startsOf(times: SessionTimes, asked: ReadonlyMap<number, Question>, count: number): number[] {
  const begin = Date.parse(times.start)
  const starts: number[] = []
  for (let number = 1; number <= count; number++) {
    const own = asked.get(number)?.askedAt
    starts.push(
      number === 1 ? Math.min(begin, own ?? begin) : (own ?? clockStart({ times, asked, number, starts })),
    )
  }
  return starts
}

type Unasked = {
  readonly times: SessionTimes
  readonly asked: ReadonlyMap<number, Question>
  readonly number: number
  readonly starts: readonly number[]
}

/** By the clock, yet after what was asked before it has had its time, and no later than what comes next. */
function clockStart({ times, asked, number, starts }: Unasked): number {
  const end = Date.parse(times.end)
  const part = (end - Date.parse(times.start)) / Math.max(times.segments.length, 1)
  const clock = Date.parse(times.segments[number - 1]?.start ?? times.end)
  const previous = asked.get(number - 1)?.askedAt
  const earliest = previous === undefined ? (starts.at(-1) ?? clock) : previous + part
  const next = Math.min(...[...asked.values()].map((q) => (q.number > number ? (q.askedAt ?? end) : end)))
  return Math.min(Math.max(clock, earliest), next)
}

export function toSegment(number: number, stretch: Stretch, question: string): FoundSegment {
  return {
    key: `q${number}`,
    question,
    start: formatInstant(stretch.start),
    end: formatInstant(stretch.end),
  }
}
