import type { Context } from './context.ts'
import { type Html, html } from './html.ts'

type Mark = { readonly number: number; readonly at: string }

export type Minutes = {
  /** Posts in each minute from the first to the last. */
  readonly counts: readonly number[]
  /** The first minute, UTC, in milliseconds. */
  readonly from: number
}

/** Posts a minute, from `start` to `end` and as far around it as was said within the half hour. */
export function minutesOf({ said, hour }: Context): Minutes | undefined {
  if (!hour) return undefined
  const first = Date.parse(hour.start) - halfHour
  const last = Date.parse(hour.end) + halfHour
  const around = said
    .filter(({ post }) => !post.removed)
    .map(({ at }) => Date.parse(at))
    .filter((at) => at >= first && at < last)
  const from = floor(Math.min(Date.parse(hour.start), ...around))
  const to = Math.max(Date.parse(hour.end), ...around.map((at) => at + 1))
  const counts = Array.from({ length: Math.ceil((to - from) / minute) }, () => 0)
  for (const at of around) {
    const index = Math.floor((at - from) / minute)
    counts[index] = (counts[index] ?? 0) + 1
  }
  return { counts, from }
}

/**
 * A bar a minute, and a line with its number where each question begins. For the eye only: the same is said in
 * words beside it. The numbers are drawn, since text in a drawing would stand in the middle of the words where
 * a browser knows no SVG. Seven units a minute; bars are up to 60 high, numbers stand above them.
 */
export function graph({ counts, from }: Minutes, marks: readonly Mark[]): Html {
  const top = Math.max(...counts, 1)
  const bars = counts.map((count, index) => bar(index, Math.round((count / top) * highest)))
  const lines = marks.map(({ number, at }) => mark(number, ((Date.parse(at) - from) / minute) * step))
  return html`<svg viewBox="-1 0 ${counts.length * step + 1} 76" aria-hidden=true><path stroke-width=5 d="${bars.join('')}"/><path opacity=.8 d="${lines.join('')}"/></svg>`
}

function mark(number: number, x: number): string {
  const left = Math.round(x)
  const drawn = [...String(number)].map(
    (digit, index) => `M${left + 4 + index * 8} 1.5${digits[Number(digit)]}`,
  )
  return `M${left} 0v75${drawn.join('')}`
}

/** Strokes of 0 to 9, five wide and eight high, from the upper left. */
const digits =
  'h5v8h-5z m3 0v8 h5v4h-5v4h5 h5v8h-5m5-4h-4 v4h5m0-4v8 m5 0h-5v4h5v4h-5 m5 0h-5v8h5v-4h-5 h5l-3 8 h5v8h-5zm0 4h5 m5 8v-8h-5v4h5'.split(
    / (?=[hvm])/,
  )

function bar(index: number, height: number): string {
  return height === 0 ? '' : `M${index * step + 3.5} 75v-${height}`
}

const step = 7
const highest = 60
const minute = 60_000
const halfHour = 30 * minute

function floor(millis: number): number {
  return Math.floor(millis / minute) * minute
}
