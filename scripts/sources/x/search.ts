import { addMinutes, formatInstant } from '../../model/instant.ts'
import { compareCodePoints } from '../../model/order.ts'
import { Problem } from '../../model/problem.ts'
import type { Wanted } from '../source.ts'
import { commonNames, type RequestNames, requestNames } from './names.ts'

/** One search: all that is the same for each of its pages. */
export type Search = {
  /** Of two endpoints: the last seven days, or all since 2006, which not every token may. */
  readonly reach: 'recent' | 'all'
  /** Exclusive end, UTC. */
  readonly to: string
  readonly parameters: Readonly<Record<string, string>>
}

const pageSize = { recent: '100', all: '500' }
/** X serves no page of fewer posts. */
export const smallestPage = 10
const longestQuery = 512
const recentMinutes = 7 * 24 * 60
/** X wants the end of the time to be ten seconds past; its clock is not ours. */
const endMillis = 15_000

/** The search for what is wanted, up to now at the latest; undefined where the time has not begun. */
export function toSearch(wanted: Wanted, names: RequestNames): Search | undefined {
  const latest = formatInstant(Date.parse(wanted.now) - endMillis)
  const to = earlier(wanted.to, latest)
  if (to <= wanted.from) return undefined
  const reach = wanted.from > addMinutes(wanted.now, 1 - recentMinutes) ? 'recent' : 'all'
  const parameters = {
    query: toQuery(wanted),
    start_time: wanted.from,
    end_time: to,
    max_results: pageSize[reach],
    ...requestNames[names],
    ...commonNames,
  }
  return { reach, to, parameters }
}

/** The search with smaller pages, as `allow` says; `allow` throws where it allows none. */
export function withPageSize(search: Search, allow: (most: number) => number): Search {
  const most = Number(search.parameters.max_results)
  const size = Math.max(smallestPage, Math.min(most, Math.floor(allow(most))))
  return { ...search, parameters: { ...search.parameters, max_results: String(size) } }
}

function earlier(a: string, b: string): string {
  return compareCodePoints(a, b) < 0 ? a : b
}

/** So many conversations fit into one search, whatever their ids. */
export const mostConversations = 12

/** `(#lgovsm OR #localgov) -is:retweet`, or `conversation_id:1479 -is:retweet`; at most 512 characters. */
function toQuery({ hashtags, conversations }: Wanted): string {
  return conversations ? toConversationQuery(conversations) : toHashtagQuery(hashtags)
}

function toConversationQuery(ids: readonly string[]): string {
  const terms = ids.filter((id) => /^\d{1,19}$/.test(id)).map((id) => `conversation_id:${id}`)
  return `${terms.length === 1 ? terms.join('') : `(${terms.join(' OR ')})`} -is:retweet`
}

function toHashtagQuery(hashtags: readonly string[]): string {
  const wrong = hashtags.find((hashtag) => !/^#[\p{L}\p{M}\p{N}_]+$/u.test(hashtag))
  if (wrong !== undefined || hashtags.length === 0) {
    throw new Problem(`chat.yaml: "${wrong ?? ''}" is not a hashtag: write it as "#lgovsm", in quotes`)
  }
  const any = hashtags.length === 1 ? hashtags.join('') : `(${hashtags.join(' OR ')})`
  const query = `${any} -is:retweet`
  if (query.length <= longestQuery) return query
  const excess = query.length - longestQuery
  throw new Problem(
    `chat.yaml: the hashtags are ${excess} characters too long for one search of X: take some out`,
  )
}
