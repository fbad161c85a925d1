import type { Tie } from './ties.ts'

/** Weights of the places a post may have, by place number; not normalised. */
export type Weights = readonly number[]

export type Belief = {
  readonly weights: Weights
  /** What its time and the post that it is tied to say. */
  readonly before: Weights
  /** What the later posts that are tied to this one say together. */
  readonly later: Weights
}

export type Known = {
  /** What each post's time says, as shares; 0 where the post cannot stand. */
  readonly times: readonly Weights[]
  /** The place that a post names itself. */
  readonly named: readonly (number | undefined)[]
  readonly ties: readonly (Tie | undefined)[]
}

/**
 * A post stands where the post stands that it is tied to, unless the talk has turned, and then where its time
 * says. So only the beginning of a conversation depends on the time, and a label anywhere in it speaks for all of
 * it. Ties point to earlier posts (`ties[i].to < i`) and form trees: one way up and one down give the exact result.
 */
export function weigh(known: Known): Belief[] {
  const { upward, later } = passUp(known)
  const beliefs: Belief[] = []
  known.times.forEach((time, i) => {
    const tie = known.ties[i]
    const parent = tie && beliefs[tie.to]
    const before = parent ? fromEarlier(divide(parent.weights, upward[i]), time, tie.doubt) : time
    const weights = multiply([before, only(known.named[i], time.length), later[i]])
    beliefs.push({ weights, before, later: later[i] ?? time.map(() => 1) })
  })
  return beliefs
}

function passUp({ times, named, ties }: Known) {
  const upward: Weights[] = []
  const later: (Weights | undefined)[] = []
  for (let i = times.length - 1; i >= 0; i--) {
    const tie = ties[i]
    const time = times[i] ?? []
    const own = only(named[i], time.length)
    if (!tie || (!own && !later[i])) continue
    const message = fromLater(multiply([own, later[i]]), time, tie.doubt)
    upward[i] = message
    later[tie.to] = multiply([later[tie.to], message])
  }
  return { upward, later }
}

/** Where a post stands, by where the one before it does. */
function fromEarlier(parent: Weights, time: Weights, doubt: number): Weights {
  const share = toShares(parent)
  const lost = sum(share.filter((_, place) => time[place] === 0))
  return time.map((own, place) =>
    own === 0 ? 0 : (1 - doubt) * (share[place] ?? 0) + (doubt + (1 - doubt) * lost) * own,
  )
}

/** What is known of a post, said of the one before it. */
function fromLater(weights: Weights, time: Weights, doubt: number): Weights {
  const turned = sum(weights.map((weight, place) => weight * (time[place] ?? 0)))
  return weights.map((weight, place) => (time[place] === 0 ? turned : (1 - doubt) * weight + doubt * turned))
}

/** Weights that agree with all of these, the largest 1. */
export function multiply(factors: readonly (Weights | undefined)[]): Weights {
  const [first = [], ...rest] = factors.filter((factor) => factor !== undefined)
  const product = rest.reduce((a, b) => a.map((weight, place) => weight * (b[place] ?? 1)), first)
  const top = Math.max(...product)
  return top > 0 ? product.map((weight) => weight / top) : product
}

function divide(weights: Weights, message: Weights | undefined): Weights {
  return message ? weights.map((weight, place) => weight / (message[place] || 1)) : weights
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
