import type { Found, Weights } from './belief.ts'
import type { Stretch } from './borders.ts'
import type { Why } from './types.ts'

/** The tie, where a place has most of its share from it. */
export function tieReason(place: number, { weights, tied, tie }: Found): Why | undefined {
  return tie && (tied[place] ?? 0) * 2 > (weights[place] ?? 0) ? tie.kind : undefined
}

/** The reason a post's time gives for a place. */
export function timeReason(place: number, stretches: readonly Stretch[]): Why {
  if (place === 0) return 'early'
  if (place > stretches.length) return 'late'
  return stretches[place - 1]?.asked ? 'border' : 'clock'
}

/** The place with the largest weight, the smaller number where two are alike; `but` is passed over. */
export function topPlace(weights: Weights, but?: number): number {
  let top = but === 0 ? 1 : 0
  weights.forEach((weight, place) => {
    if (place !== but && weight > (weights[top] ?? 0)) top = place
  })
  return top
}
