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

export type Found = {
  /** Shares of the places, what the post names itself aside. */
  readonly weights: Weights
  /** How much of each share comes through the tie. */
  readonly tied: Weights
  readonly tie: Tie | undefined
}

/**
 * How likely each place is for each post. A post stands where the one stands that it is tied to, unless the talk
 * has turned, and then where its time says: so only the beginning of a conversation depends on the time, and one
 * label speaks for all that follows it.
 */
export function weigh({ times, named, ties }: Known): Found[] {
  const found: Found[] = []
  times.forEach((time, i) => {
    const tie = ties[i]
    const earlier = tie && (only(named[tie.to], time.length) ?? found[tie.to]?.weights)
    found.push(tie && earlier ? follow(tie, earlier, time) : { weights: time, tied: [], tie: undefined })
  })
  return found
}

function follow(tie: Tie, earlier: Weights, time: Weights): Found {
  const tied = time.map((own, place) => (own === 0 ? 0 : (1 - tie.doubt) * (earlier[place] ?? 0)))
  const turned = 1 - sum(tied)
  return { weights: time.map((own, place) => (tied[place] ?? 0) + turned * own), tied, tie }
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
