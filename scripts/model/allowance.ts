/** How often something may be done: `most` times in any stretch of so many seconds. */
export type Limit = {
  readonly what: Counted
  readonly most: number
  readonly seconds: number
}

/** `old` are sessions from before the last weeks. */
export type Counted = 'calls' | 'posts' | 'pictures' | 'old'

/** When each was done, milliseconds since 1970, ascending. */
export type Done = Readonly<Record<Counted, readonly number[]>>

export const nothingDone: Done = { calls: [], posts: [], pictures: [], old: [] }

/** From when on `count` more may be done; undefined where that is now. Of more than the limit itself, never. */
export function freeFrom(done: Done, limits: readonly Limit[], need: Need): number | undefined {
  const { what, count, now } = need
  const times = limits
    .filter((limit) => limit.what === what)
    .flatMap(({ most, seconds }) => {
      const recent = done[what].filter((time) => time > now - seconds * 1000)
      const over = recent.length + count - most
      if (over <= 0) return []
      const freed = recent[over - 1]
      return [freed === undefined ? Number.POSITIVE_INFINITY : freed + seconds * 1000]
    })
  return times.length === 0 ? undefined : Math.max(...times)
}

export type Need = { readonly what: Counted; readonly count: number; readonly now: number }

/** With `count` more, and without what is older than a day. */
export function counted(done: Done, { what, count, now }: Need): Done {
  const day = now - 86_400_000
  const recent = (times: readonly number[]) => times.filter((time) => time > day && time <= now)
  const all = {
    calls: recent(done.calls),
    posts: recent(done.posts),
    pictures: recent(done.pictures),
    old: recent(done.old),
  }
  return { ...all, [what]: [...all[what], ...Array.from({ length: count }, () => now)] }
}
