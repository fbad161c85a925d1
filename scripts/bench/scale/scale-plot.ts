import type { ScaleStep } from './run-scale.ts'

const frame = { width: 640, height: 320, left: 60, right: 130, top: 16, bottom: 44 }

const series: readonly {
  readonly name: string
  readonly colour: string
  readonly value: (step: ScaleStep) => number
}[] = [
  { name: 'full build', colour: '#b04a00', value: ({ full }) => full.wallSeconds },
  { name: 'one session more', colour: '#00703c', value: ({ added }) => added.wallSeconds },
]

/** Seconds over sessions, both by powers of ten, as an SVG image of its own. At least two steps. */
export function scalePlot(steps: readonly ScaleStep[]): string {
  const x = axis(
    steps.map(({ sessions }) => sessions),
    frame.left,
    frame.width - frame.right,
  )
  const y = axis(
    steps.flatMap((step) => series.map(({ value }) => value(step))),
    frame.height - frame.bottom,
    frame.top,
  )
  const bottom = frame.height - frame.bottom
  const right = frame.width - frame.right
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${frame.height}" role="img" font-family="sans-serif" font-size="13">
<title>Seconds of a build over the sessions of the archive</title>
<rect width="100%" height="100%" fill="#fff"/>
${x.ticks.map((tick) => `<path d="M${at(x.place(tick))} ${frame.top}V${bottom}" stroke="#ddd"/><text x="${at(x.place(tick))}" y="${bottom + 18}" text-anchor="middle">${tick}</text>`).join('\n')}
${y.ticks.map((tick) => `<path d="M${frame.left} ${at(y.place(tick))}H${right}" stroke="#ddd"/><text x="${frame.left - 6}" y="${at(y.place(tick) + 4)}" text-anchor="end">${tick} s</text>`).join('\n')}
<text x="${at((frame.left + right) / 2)}" y="${frame.height - 6}" text-anchor="middle">sessions</text>
${series
  .map(({ name, colour, value }) => {
    const points = steps.map((step) => ({ x: x.place(step.sessions), y: y.place(value(step)) }))
    const last = points.at(-1) ?? { x: 0, y: 0 }
    return `<polyline points="${points.map((point) => `${at(point.x)},${at(point.y)}`).join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>
${points.map((point) => `<circle cx="${at(point.x)}" cy="${at(point.y)}" r="3" fill="${colour}"/>`).join('')}
<text x="${at(last.x + 8)}" y="${at(last.y + 4)}" fill="${colour}">${name}</text>`
  })
  .join('\n')}
</svg>
`
}

/** A scale by powers of ten that holds all values, with a tick at each power and at 2 and 5 of it. */
function axis(values: readonly number[], from: number, to: number) {
  const [low, high] = [Math.log10(Math.min(...values)), Math.log10(Math.max(...values))]
  const margin = (high - low || 1) * 0.05
  const place = (value: number) =>
    from + ((Math.log10(value) - low + margin) / (high - low + 2 * margin)) * (to - from)
  const powers = Array.from({ length: Math.ceil(high) - Math.floor(low) + 1 }, (_, i) => Math.floor(low) + i)
  const ticks = powers
    .flatMap((power) => [1, 2, 5].map((digit) => Number((digit * 10 ** power).toPrecision(1))))
    .filter((tick) => Math.log10(tick) >= low - margin && Math.log10(tick) <= high + margin)
  return { place, ticks }
}

function at(value: number): string {
  return String(Math.round(value * 10) / 10)
}
