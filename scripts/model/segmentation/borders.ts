import { formatInstant } from '../instant.ts'
import type { SessionTimes } from '../schedule.ts'
import type { Question } from './questions.ts'
import type { FoundSegment } from './types.ts'

/** Where one question's time begins and ends; milliseconds, end exclusive. */
export type Stretch = { readonly start: number; readonly end: number; readonly asked: boolean }

type Borders = {
  readonly times: SessionTimes
  readonly asked: ReadonlyMap<number, Question>
  readonly count: number
  /** Whether the questions move no border. */
  readonly byClock: boolean
}

/**
 * The stretches of q1 to qN. Where the host asked, the question begins there; the first begins with the hour at
 * the latest. Where nobody asked, it begins by the clock, between its neighbours.
 */
export function findStretches(borders: Borders): Stretch[] {
  const { times, asked } = borders
  const starts = findStarts(borders)
  const inTime = [...starts.keys()].sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0) || a - b)
  const last = starts[inTime.at(-1) ?? 0] ?? 0
  const close = Math.max(Date.parse(times.end), last)
  return starts.map((start, i) => {
    const next = inTime[inTime.indexOf(i) + 1]
    const end = (next === undefined ? undefined : starts[next]) ?? close
    return { start, end, asked: asked.get(i + 1)?.askedAt !== undefined }
  })
}

function findStarts({ times, asked, count, byClock }: Borders): number[] {
  const begin = Date.parse(times.start)
  const end = Date.parse(times.end)
  const clock = (number: number) => Date.parse(times.segments[number - 1]?.start ?? times.end)
  const askedAt = (number: number) => (byClock ? undefined : asked.get(number)?.askedAt)
  const numbers = Array.from({ length: count }, (_, i) => i + 1)
  const starts: number[] = []
  for (const number of numbers) {
    if (number === 1) starts.push(Math.min(begin, askedAt(1) ?? begin))
    if (number === 1) continue
    const next = Math.min(end, ...numbers.slice(number).map((later) => askedAt(later) ?? end))
    // What was asked late before it has its full time.
    const delay = Math.max(0, (starts.at(-1) ?? begin) - clock(number - 1))
    starts.push(askedAt(number) ?? Math.min(clock(number) + delay, next))
  }
  return starts
}

export function toSegment(number: number, stretch: Stretch, question: string): FoundSegment {
  return {
    key: `q${number}`,
    question,
    start: formatInstant(stretch.start),
    end: formatInstant(stretch.end),
  }
}
