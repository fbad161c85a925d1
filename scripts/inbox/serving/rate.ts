import { createHmac, randomBytes } from 'node:crypto'

/** How many may come in a minute. */
export type Rates = { readonly each: number; readonly all: number }

/** Whether one more may come now from an address. Times in milliseconds since 1970. */
export type Allow = (address: string, now: number) => boolean

/** Where addresses are counted, under a name that is of that minute only. */
export type Memory = {
  readonly counts: Map<string, number>
  /** Calls back after so many milliseconds. */
  readonly later: (forget: () => void, after: number) => void
}

const minute = 60_000
/** More different addresses in a minute are an attack, and share what is left. */
const mostAddresses = 10_000

/** Counts whole minutes, each from nought. No address is kept as it is, nor what stands for it when its minute is over. */
export function createAllow({ each, all }: Rates, { counts, later } = ownMemory()): Allow {
  let current = -1
  let total = 0
  let secret = randomBytes(16)
  return (address, now) => {
    const at = Math.floor(now / minute)
    if (at !== current) {
      current = at
      total = 0
      secret = randomBytes(16)
      counts.clear()
      later(() => void (at === current && counts.clear()), (at + 1) * minute - now)
    }
    const name = createHmac('sha256', secret).update(address).digest('hex').slice(0, 32)
    const key = counts.has(name) || counts.size < mostAddresses ? name : 'others'
    const count = (counts.get(key) ?? 0) + 1
    if (count > each || total >= all) return false
    counts.set(key, count)
    total += 1
    return true
  }
}

function ownMemory(): Memory {
  return { counts: new Map(), later: (forget, after) => void setTimeout(forget, after).unref() }
}
