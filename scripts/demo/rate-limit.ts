/** Requests an app's token has in fifteen minutes, by path. */
const limits: readonly (readonly [RegExp, number])[] = [
  [/\/tweets\/search\/recent$/, 450],
  [/\/tweets\/search\/all$/, 300],
  [/\/tweets\/counts\//, 300],
  [/\/tweets$/, 3500],
  [/\/users\//, 500],
]

export type Allowance = { readonly headers: Record<string, string>; readonly exceeded: boolean }

/**
 * Counts requests. Its windows run by the machine's clock, not by the chat's: it is the client
 * of today that has to wait.
 */
export function createRateLimit(): (path: string) => Allowance {
  const windows = new Map<number, { used: number; reset: number }>()
  return (path) => {
    const row = limits.findIndex(([pattern]) => pattern.test(path))
    const limit = limits[row]?.[1] ?? 300
    const now = Math.floor(Date.now() / 1000)
    const open = windows.get(row)
    const window = open && open.reset > now ? open : { used: 0, reset: now + 900 }
    window.used++
    windows.set(row, window)
    return {
      headers: rateLimitHeaders(limit, limit - window.used, window.reset),
      exceeded: window.used > limit,
    }
  }
}

/** `reset` is in seconds since 1970. */
export function rateLimitHeaders(limit: number, remaining: number, reset: number): Record<string, string> {
  return {
    'x-rate-limit-limit': String(limit),
    'x-rate-limit-remaining': String(Math.max(0, remaining)),
    'x-rate-limit-reset': String(reset),
  }
}
