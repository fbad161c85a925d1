import type { Tie } from './ties.ts'

/** Weights of the places a post may have, by place number. */
export type Weights = readonly number[]

export type Known = {
  /** What each post's time says, as shares; 0 where the post cannot stand. */
  readonly times: readonly Weights[]
  /** The place that a post names itself. */
  readonly named: readonly (number | undefined)[]
  /** They point to earlier posts: `ties[i].to < i`. */
  readonly ties: readonly (Tie | undefined)[]
}

/**
 * How likely each place is for each post, as shares, what it names itself aside. A post stands where the one
 * stands that it is tied to, unless the talk has turned, and then where its time says: so only the beginning of
 * a conversation depends on the time, and one label speaks for all that follows it.
 */
export function weigh({ times, named, ties }: Known): Weights[] {
  const found: Weights[] = []
  times.forEach((time, i) => {
    const tie = ties[i]
    const earlier = tie && (only(named[tie.to], time.length) ?? found[tie.to])
    found.push(tie && earlier ? follow(earlier, time, tie.doubt) : time)
  })
  return found
}

function follow(earlier: Weights, time: Weights, doubt: number): Weights {
  const barred = sum(earlier.filter((_, place) => time[place] === 0))
  const turned = doubt + (1 - doubt) * barred
  return time.map((own, place) => (own === 0 ? 0 : (1 - doubt) * (earlier[place] ?? 0) + turned * own))
}

export function toShares(weights: Weights): Weights {
  const total = sum(weights)
  return total > 0 ? weights.map((weight) => weight / total) : weights
}

function sum(weights: Weights): number {
  return weights.reduce((a, b) => a + b, 0)
}

function only(place: number | undefined, length: number): Weights | undefined {
  return place === undefined ? undefined : Array.from({ length }, (_, i) => (i === place ? 1 : 0))
}
