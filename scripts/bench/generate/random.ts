/** Numbers from 0 to 1, 1 excluded. */
export type Random = () => number

/** The same numbers for the same seed on every machine (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    const once = Math.imul(state ^ (state >>> 15), state | 1)
    const twice = once ^ (once + Math.imul(once ^ (once >>> 7), once | 61))
    return ((twice ^ (twice >>> 14)) >>> 0) / 0x1_0000_0000
  }
}

/** A seed for one part of something that has a seed. */
export function seedOf(seed: number, part: number): number {
  return Math.imul(Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ part, 0xc2b2ae35) >>> 0
}

/** A whole number from `from` to `to`, both included. */
export function between(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1))
}

export function pick<T>(random: Random, list: readonly T[]): T {
  const found = list[Math.floor(random() * list.length)]
  if (found === undefined) throw new RangeError('nothing to pick from')
  return found
}

/** Places from 0 to `size - 1`, each about 1/(place + shift) as often as the first: Zipf's law. */
export function zipf(size: number, shift: number): (random: Random) => number {
  const sums = new Float64Array(size)
  let sum = 0
  for (let place = 0; place < size; place++) {
    sum += 1 / (place + shift)
    sums[place] = sum
  }
  return (random) => findPlace(sums, random() * sum)
}

/** The first place whose sum is greater. */
function findPlace(sums: Float64Array, value: number): number {
  let low = 0
  let high = sums.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sums[middle] ?? 0) > value) high = middle
    else low = middle + 1
  }
  return low
}
