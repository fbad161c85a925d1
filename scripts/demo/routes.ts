import { type Context, Hono } from 'hono'
import { compareIds } from '../model/post.ts'
import { type Answer, answerWith, inShape, notAuthorizedProblem, notFoundProblem } from './answer.ts'
import { countBy, type Granularity } from './counts.ts'
import { fieldParameters, pick, readWanted } from './fields.ts'
import { toToken } from './page-token.ts'
import {
  readChoice,
  readIds,
  readMaxResults,
  readPageStart,
  readQueryText,
  refuseUnknown,
} from './parameters.ts'
import { parseQuery } from './query.ts'
import { invalidRequest, notFound, Refused, type Shape, toResponse } from './refusals.ts'
import { readStretch, type Span, type Stretch } from './stretch.ts'
import type { View } from './view.ts'
import type { Tweet } from './wire.ts'

export type World = {
  /** Milliseconds since 1970, by the stand-in's own clock. */
  readonly now: () => number
  readonly view: () => View
  /** What to speak where a request shows neither spelling. */
  readonly shape: Shape
}

const searchParameters = [
  'query',
  'start_time',
  'end_time',
  'since_id',
  'until_id',
  'max_results',
  'next_token',
  'pagination_token',
  'sort_order',
  ...fieldParameters,
]
const countParameters = [
  'query',
  'start_time',
  'end_time',
  'since_id',
  'until_id',
  'next_token',
  'pagination_token',
  'granularity',
  'search_count.fields',
]

/** X's addresses under /2/. */
export function toRoutes(world: World): Hono {
  const app = new Hono()
  for (const span of ['recent', 'all'] as const) {
    app.get(`/tweets/search/${span}`, (c) => c.json(search(world, span, queryOf(c))))
    app.get(`/tweets/counts/${span}`, (c) => c.json(count(world, span, queryOf(c))))
  }
  app.get('/tweets', (c) => c.json(lookUp(world, queryOf(c))))
  app.get('/users/by/username/:username', (c) => c.json(findUser(world, c.req.param('username'), queryOf(c))))
  app.all('*', () => toResponse(notFound))
  app.onError((error) => {
    if (!(error instanceof Refused)) throw error
    return toResponse(error.refusal)
  })
  return app
}

type Query = ReadonlyMap<string, string>

function search(world: World, span: Span, query: Query): Answer {
  refuseUnknown(query, searchParameters)
  const asked = { query, span, now: world.now() }
  const most = readMaxResults(asked)
  const below = readPageStart(asked)
  readChoice(query, 'sort_order', ['recency', 'relevancy'])
  const wanted = readWanted(query, world.shape)
  const view = world.view()
  const found = matching(view, readQueryText(asked), readStretch(asked))
  const rest = below === undefined ? found : found.filter((one) => compareIds(one.id, below) < 0)
  const page = rest.slice(0, most)
  const [newest, oldest] = [page[0], page.at(-1)]
  const meta = {
    ...(newest && oldest ? { newest_id: newest.id, oldest_id: oldest.id } : {}),
    result_count: page.length,
    ...(oldest && rest.length > page.length ? { next_token: toToken(oldest.id) } : {}),
  }
  return { ...answerWith(page, { view, wanted }), meta }
}

function count(world: World, span: Span, query: Query): Answer {
  refuseUnknown(query, countParameters)
  const asked = { query, span, now: world.now() }
  const granularity = readChoice(query, 'granularity', ['hour', 'minute', 'day']) as Granularity
  const stretch = readStretch(asked)
  const buckets = countBy(granularity, matching(world.view(), readQueryText(asked), stretch), stretch)
  const meta = { total_tweet_count: buckets.reduce((sum, one) => sum + one.tweet_count, 0) }
  return inShape(world.shape, { data: buckets, meta })
}

function lookUp(world: World, query: Query): Answer {
  refuseUnknown(query, ['ids', ...fieldParameters])
  const ids = [...new Set(readIds(query))]
  const wanted = readWanted(query, world.shape)
  const view = world.view()
  const answer = answerWith(
    ids.flatMap((id) => view.byId.get(id) ?? []),
    { view, wanted },
  )
  const missing = ids.filter((id) => !view.byId.has(id))
  const errors = [
    ...missing.map((value) => {
      const problem = view.closed.has(value) ? notAuthorizedProblem : notFoundProblem
      return problem({ parameter: 'ids', value, kind: 'tweet' }, wanted.shape)
    }),
    ...(answer.errors ?? []),
  ]
  return errors.length > 0 ? { ...answer, errors } : answer
}

function findUser(world: World, username: string, query: Query): Answer {
  refuseUnknown(query, fieldParameters)
  const wanted = readWanted(query, world.shape)
  if (!/^[A-Za-z0-9_]{1,15}$/.test(username)) {
    const message = `The \`username\` query parameter value [${username}] does not match ^[A-Za-z0-9_]{1,15}$`
    throw new Refused(invalidRequest('username', username, message))
  }
  const user = [...world.view().users.values()].find(
    (one) => one.username.toLowerCase() === username.toLowerCase(),
  )
  if (user) return inShape(wanted.shape, { data: pick(user, wanted.user) })
  return { errors: [notFoundProblem({ parameter: 'username', value: username, kind: 'user' }, wanted.shape)] }
}

/** Newest first. */
function matching(view: View, text: string, { start, end, since, until }: Stretch): Tweet[] {
  const matches = parseQuery(text)
  return view.tweets.filter((one) => {
    const said = Date.parse(one.created_at)
    if (said < start || said >= end) return false
    if (since !== undefined && compareIds(one.id, since) <= 0) return false
    if (until !== undefined && compareIds(one.id, until) >= 0) return false
    return matches(one, view.users.get(one.author_id)?.username ?? '')
  })
}

/** X takes each parameter once. */
function queryOf(c: Context): Query {
  const query = new Map<string, string>()
  for (const [name, values] of Object.entries(c.req.queries())) {
    if (values.length > 1) {
      throw new Refused(
        invalidRequest(name, values.join(','), `The query parameter [${name}] is given more than once`),
      )
    }
    query.set(name, values[0] ?? '')
  }
  return query
}
