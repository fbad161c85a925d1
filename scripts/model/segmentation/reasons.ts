import type { Weights } from './belief.ts'
import type { Stretch } from './borders.ts'
import type { Tie } from './ties.ts'
import type { Why } from './types.ts'

export type Evidence = {
  /** What its time says, and what that and its tie say together. */
  readonly time: Weights
  readonly together: Weights
  readonly tie: Tie | undefined
}

/** The evidence that speaks most for one place against another: the tie, or undefined for the time. */
export function findReason(
  place: number,
  against: number,
  { time, together, tie }: Evidence,
): Why | undefined {
  const byTime = gain(time, place, against)
  return tie && gain(together, place, against) - byTime > byTime ? tie.kind : undefined
}

const never = 1e-12

function gain(weights: Weights, place: number, against: number): number {
  return Math.log(weights[place] || never) - Math.log(weights[against] || never)
}

/** The place with the largest weight, the smaller number where two are alike; `but` is passed over. */
export function topPlace(weights: Weights, but?: number): number {
  let top = but === 0 ? 1 : 0
  weights.forEach((weight, place) => {
    if (place !== but && weight > (weights[top] ?? 0)) top = place
  })
  return top
}

/** The reason a post's time gives for a place. */
export function timeReason(place: number, stretches: readonly Stretch[]): Why {
  if (place === 0) return 'early'
  if (place > stretches.length) return 'late'
  return stretches[place - 1]?.asked ? 'border' : 'clock'
}
