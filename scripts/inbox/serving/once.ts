/** Milliseconds in which the same is a second click, or a page that is loaded again. */
const window = 60_000

/** Does something with a thing unless the same was done within the last minute; `now` in milliseconds since 1970. */
export type Once = (key: string, now: number, put: () => void) => void

/** What fails may come again at once. Counted from the first, so that the same words of many people are not one for ever. */
export function createOnce(): Once {
  const done = new Map<string, number>()
  return (key, now, put) => {
    for (const [old, at] of done) {
      if (now - at < window) break
      done.delete(old)
    }
    if (done.has(key)) return
    put()
    done.set(key, now)
  }
}
