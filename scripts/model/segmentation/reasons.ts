import { type Belief, multiply, type Weights } from './belief.ts'
import type { Stretch } from './borders.ts'
import type { Tie } from './ties.ts'
import type { Why } from './types.ts'

export type Evidence = {
  readonly time: Weights
  readonly belief: Belief | undefined
  readonly tie: Tie | undefined
}

/** Everything but what a post says of its place itself. */
export function othersWeights({ time, belief }: Evidence): Weights {
  return belief ? multiply([belief.before, belief.later]) : time
}

/** The evidence that speaks most for one place against another. */
export function findReason(place: number, against: number, evidence: Evidence): Why | undefined {
  const { time, belief, tie } = evidence
  const byTime = gain(time, place, against)
  const reasons: { why: Why | undefined; gain: number }[] = [
    { why: undefined, gain: byTime },
    { why: tie?.kind, gain: gain(belief?.before, place, against) - byTime },
    { why: 'later', gain: gain(belief?.later, place, against) },
  ]
  return reasons.reduce((best, reason) => (reason.gain > best.gain + 1e-9 ? reason : best)).why
}

function gain(weights: Weights | undefined, place: number, against: number): number {
  if (!weights) return 0
  return Math.log(weights[place] || never) - Math.log(weights[against] || never)
}

const never = 1e-12

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
