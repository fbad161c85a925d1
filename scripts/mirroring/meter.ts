import { setTimeout } from 'node:timers/promises'
import { readCounts, writeCounts } from '../cache/done-file.ts'
import { type Counted, counted, freeFrom, type Limit } from '../model/allowance.ts'

/** No more is allowed for now: the run ends in good order, and another goes on from there. */
export class Pause extends Error {
  /** Milliseconds since 1970; undefined where nobody says. */
  readonly from: number | undefined
  constructor(why: string, from: number | undefined) {
    super(why)
    this.from = from
  }
}

/** Keeps count of what a mirror is asked to do, from run to run. */
export type Meter = {
  /** Counts what is about to be done. Waits for less than a minute; throws a Pause for more. */
  readonly spend: (what: Counted, count?: number) => Promise<void>
  /** How many more may be done now. */
  readonly room: (what: Counted) => number
  /** Calls of this run. */
  readonly calls: () => number
  /** Which page of the place is to be looked at next. */
  readonly page: () => number
  readonly setPage: (page: number) => void
}

export type MeterSettings = {
  readonly root: string
  readonly mirror: string
  readonly limits: readonly Limit[]
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly wait?: ((milliseconds: number) => Promise<unknown>) | undefined
}

const longestWait = 61_000
const mostAsked = 10_000

export function openMeter({ root, mirror, limits, clock, wait = setTimeout }: MeterSettings): Meter {
  let counts = readCounts(root, mirror)
  let calls = 0
  const keep = (next: typeof counts) => {
    counts = next
    writeCounts(root, mirror, counts)
  }
  return {
    spend: async (what, count = 1) => {
      if (count === 0) return
      const from = freeFrom(counts.done, limits, { what, count, now: clock() })
      if (from !== undefined && from - clock() > longestWait)
        throw new Pause(sayLimit(what, limits), Number.isFinite(from) ? from : undefined)
      if (from !== undefined) await wait(Math.max(0, from - clock()))
      keep({ ...counts, done: counted(counts.done, { what, count, now: clock() }) })
      if (what === 'calls') calls += count
    },
    room: (what) => {
      let count = 0
      while (
        count < mostAsked &&
        freeFrom(counts.done, limits, { what, count: count + 1, now: clock() }) === undefined
      )
        count++
      return count
    },
    calls: () => calls,
    page: () => counts.page,
    setPage: (page) => keep({ ...counts, page }),
  }
}

const words: Readonly<Record<Counted, string>> = {
  calls: 'calls',
  posts: 'new posts',
  pictures: 'pictures',
  old: 'old sessions',
}

function sayLimit(what: Counted, limits: readonly Limit[]): string {
  const all = limits.filter((limit) => limit.what === what && limit.seconds >= 3600)
  return all
    .map(({ most, seconds }) => `${most} ${words[what]} ${seconds === 3600 ? 'an hour' : 'a day'}`)
    .join(', ')
}
