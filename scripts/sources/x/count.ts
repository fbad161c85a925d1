import { z } from 'zod'
import { Problem } from '../../model/problem.ts'
import { maybe } from '../lenient.ts'
import type { Count, Counter } from '../source.ts'
import { createGet, type GetSettings } from './get.ts'
import { toSearch } from './search.ts'

/** How many posts X counts for the same words and time as a search: one request, made once. */
export function xCounter(settings: GetSettings): Counter {
  const get = createGet(settings)
  return async (wanted) => {
    const search = toSearch(wanted, 'tweet')
    if (search === undefined) return { posts: 0 }
    const { query, start_time, end_time } = search.parameters
    try {
      // By day, since no window is as long as the 31 days that one answer holds.
      const parameters = { query, start_time, end_time, granularity: 'day' }
      return toCount(await get(`tweets/counts/${search.reach}`, parameters))
    } catch (error) {
      if (error instanceof Problem) return { posts: undefined, why: error.message }
      throw error
    }
  }
}

const whole = z.number().int().nonnegative()
/** Both generations of names. */
const answer = z.object({
  meta: z.object({
    total_tweet_count: maybe(whole),
    total_post_count: maybe(whole),
    next_token: maybe(z.string()),
  }),
})

function toCount(body: string): Count {
  const { total_tweet_count, total_post_count, next_token } =
    answer.safeParse(parseJson(body)).data?.meta ?? {}
  const posts = total_tweet_count ?? total_post_count
  if (posts === undefined) return { posts, why: 'X: its answer is no count' }
  return next_token === undefined ? { posts } : { posts: undefined, why: 'X: its count is a part only' }
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
