import type { Context } from './context.ts'
import { type Html, html } from './html.ts'

type Mark = { readonly label: string; readonly at: string }

export type Minutes = {
  /** Posts in each minute from the first to the last. */
  readonly counts: readonly number[]
  /** The first minute, UTC, in milliseconds. */
  readonly from: number
}

/** Posts a minute, from `start` to `end` and as far around it as was said within the half hour. */
export function minutesOf({ said, hour }: Context): Minutes | undefined {
  if (!hour) return undefined
  const around = said
    .map(({ at }) => Date.parse(at))
    .filter((at) => at >= Date.parse(hour.start) - halfHour && at < Date.parse(hour.end) + halfHour)
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
 * A bar a minute, and a line with its label where each question begins. For the eye only: the same is said in
 * words beside it. Seven units a minute; bars are up to 60 high, labels stand above them.
 */
export function graph({ counts, from }: Minutes, marks: readonly Mark[]): Html {
  const top = Math.max(...counts, 1)
  const bars = counts.map((count, index) => bar(index, Math.round((count / top) * bars60)))
  const placed = marks.map(({ label, at }) => ({ label, x: ((Date.parse(at) - from) / minute) * step }))
  const lines = placed.map(({ x }) => `M${Math.round(x)} 0v75`).join('')
  return html`<svg viewBox="0 0 ${counts.length * step} 76" aria-hidden=true><path stroke-width=5 d="${bars.join('')}"/>${
    lines !== '' && html`<path opacity=.5 d="${lines}"/>`
  }${placed.map(({ label, x }) => html`<text x=${Math.round(x) + 3} y=10>${label}</text>`)}</svg>`
}

function bar(index: number, height: number): string {
  return height === 0 ? '' : `M${index * step + 3.5} 75v-${height}`
}

const step = 7
const bars60 = 60
const minute = 60_000
const halfHour = 30 * minute

function floor(millis: number): number {
  return Math.floor(millis / minute) * minute
}
