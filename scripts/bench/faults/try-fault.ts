import { sampleNow, startStandIn } from '../../demo/stand-in.ts'
import { Problem } from '../../model/problem.ts'
import type { Wanted } from '../../sources/source.ts'
import { parsePage } from '../../sources/x/pages.ts'
import { xSource } from '../../sources/x/source.ts'
import type { FaultCase } from './fault-cases.ts'

/** How a reading went. */
export type Tried = {
  /** Ids in the order of the reading; undefined where it ended in a sentence. */
  readonly posts: readonly string[] | undefined
  readonly sentence: string | undefined
  /** The next_token of each request; undefined for the first page. */
  readonly asked: readonly (string | undefined)[]
  /** By the clock that was given, in seconds. */
  readonly waited: number
  /** What the countdown began with, each time. */
  readonly countdowns: readonly number[]
  /** Bodies that were handed on, and so kept. */
  readonly pages: readonly string[]
}

/** A session of the sample, in pages of ten. */
const wanted: Wanted = {
  hashtags: ['#lgovsm'],
  from: '2010-12-17T12:00:00Z',
  to: '2010-12-18T14:00:00Z',
  now: sampleNow,
}

/** Reads a session from a stand-in that misbehaves; without a case it does not. Pages of an earlier try are not asked for. */
export async function tryFault(one?: FaultCase, stored: readonly string[] = []): Promise<Tried> {
  const strikes = (n: number) => (one?.strikes === 'once' ? n === 1 : n >= 1)
  const server = await startStandIn({ faults: (_, n) => (strikes(n) ? one?.fault() : undefined) })
  const begun = Date.now()
  let now = begun
  const countdowns: number[] = []
  const pages: string[] = []
  const read = xSource({
    token: server.token,
    base: server.url,
    backoffMillis: 1,
    clock: () => now,
    wait: async (milliseconds) => {
      now += milliseconds
    },
    onWait: ({ left, of }) => {
      if (left === of) countdowns.push(of)
    },
    allow: () => 10,
    stored: () => stored,
    onPage: ({ raw }) => void pages.push(raw),
    ...one?.settings,
  })
  try {
    const outcome = await read(wanted).then(
      ({ posts }) => ({ posts: posts.map(({ id }) => id), sentence: undefined }),
      (error: unknown) => ({ posts: undefined, sentence: sentenceOf(error) }),
    )
    const asked = server.requests.map(({ query }) => query.next_token)
    return { ...outcome, asked, waited: (now - begun) / 1000, countdowns, pages }
  } finally {
    await server.close()
  }
}

/** How many of the pages that were kept a later run asked for again. */
export function askedAgain(first: Tried, next: Tried): number {
  const tokens = first.pages.map((raw) => parsePage(raw, 'page').answer.nextToken)
  const kept = new Set([undefined, ...tokens].slice(0, first.pages.length))
  return next.asked.filter((token) => kept.has(token)).length
}

function sentenceOf(error: unknown): string {
  if (error instanceof Problem) return error.message
  throw error
}
