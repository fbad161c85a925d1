/** How many may come in a minute. */
export type Rates = { readonly each: number; readonly all: number }

/** Whether one more may come now from an address. Keeps no more than a minute's addresses, and not in full. */
export type Allow = (address: string, now: number) => boolean

const minute = 60_000
/** More different addresses in a minute are an attack, and share what is left. */
const mostAddresses = 10_000

/** Counts whole minutes, each from nought. Times in milliseconds since 1970. */
export function createAllow({ each, all }: Rates): Allow {
  let current = 0
  let total = 0
  let counts = new Map<string, number>()
  return (address, now) => {
    const at = Math.floor(now / minute)
    if (at !== current) {
      current = at
      total = 0
      counts = new Map()
    }
    const key = counts.has(address) || counts.size < mostAddresses ? address : 'others'
    const count = (counts.get(key) ?? 0) + 1
    if (count > each || total >= all) return false
    counts.set(key, count)
    total += 1
    return true
  }
}
