import { inspect } from 'node:util'
import { afterEach, describe, expect, test } from 'vitest'
import { Problem } from '../../../scripts/model/problem.ts'
import type { Wanted } from '../../../scripts/sources/source.ts'
import { type XSettings, xSource } from '../../../scripts/sources/x/source.ts'
import { type FakeX, fakeX, page, type Reply } from './fake-x.ts'

const token = 'AAAAsecret%3Dtoken'
const wanted: Wanted = {
  hashtags: ['#lgovsm'],
  from: '2010-12-17T12:00:00Z',
  to: '2010-12-17T15:00:00Z',
  now: '2010-12-17T16:00:00Z',
}
const nextMonth = { ...wanted, now: '2011-01-17T16:00:00Z' }

let fake: FakeX | undefined
afterEach(() => fake?.close())

async function read(replies: readonly Reply[], settings: Partial<XSettings> = {}, what = wanted) {
  fake = await fakeX(replies)
  return xSource({ token, base: fake.base, wait: async () => {}, backoffMillis: 1, ...settings })(what)
}

async function refusal(replies: readonly Reply[], settings: Partial<XSettings> = {}, what = wanted) {
  const error: unknown = await read(replies, settings, what).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Problem)
  expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(token)
  return error instanceof Problem ? error.message : ''
}

describe('pages', () => {
  test('are read until none is named, through empty ones and a used-up rate limit', async () => {
    const usedUp = { 'x-rate-limit-limit': '450', 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': '1' }
    const reading = await read([
      { body: page(['5', '4'], 'a'), headers: usedUp },
      { body: page([], 'b') },
      { body: page(['3'], 'c') },
      { body: page([]) },
    ])
    expect(reading.posts.map((post) => post.id)).toEqual(['3', '4', '5'])
    expect(reading.pages).toBe(4)
    expect(fake?.requests.map((request) => request.query.get('next_token'))).toEqual([null, 'a', 'b', 'c'])
  })

  test('are handed on one by one as they came', async () => {
    const bodies = [page(['2'], 'a'), page(['1'])]
    const got: unknown[] = []
    await read(
      bodies.map((body) => ({ body })),
      { onPage: ({ raw, number }) => void got.push([number, JSON.parse(raw), fake?.requests.length]) },
    )
    expect(got).toEqual([
      [1, bodies[0], 1],
      [2, bodies[1], 2],
    ])
  })

  test('of an earlier run are not asked for again', async () => {
    const stored = [JSON.stringify(page(['3'], 'a')), JSON.stringify(page(['2'], 'b'))]
    const reading = await read([{ body: page(['1']) }], { stored: () => stored })
    expect(reading.posts.map((post) => post.id)).toEqual(['1', '2', '3'])
    expect(fake?.requests.map((request) => request.query.get('next_token'))).toEqual(['b'])
  })

  test('that come twice bring each post once', async () => {
    const reading = await read([{ body: page(['2', '1'], 'a') }, { body: page(['2', '1']) }])
    expect(reading.posts).toHaveLength(2)
  })

  test('without a post make an empty reading', async () => {
    const reading = await read([{ body: { meta: { result_count: 0 } } }])
    expect(reading).toMatchObject({ posts: [], warnings: [], pages: 1, readTo: wanted.to })
  })
})

describe('the request', () => {
  test('asks the last seven days with the names of 2.166', async () => {
    await read([{ body: page([]) }])
    const [request] = fake?.requests ?? []
    expect(request?.path).toBe('/2/tweets/search/recent')
    expect(request?.auth).toBe(`Bearer ${token}`)
    expect(Object.fromEntries(request?.query ?? [])).toMatchObject({
      query: '#lgovsm -is:retweet',
      start_time: wanted.from,
      end_time: wanted.to,
      max_results: '100',
      'tweet.fields': expect.stringContaining('note_tweet'),
    })
  })

  test('asks with the names of 2.167 by one setting', async () => {
    await read([{ body: page([]) }], { names: 'post' })
    const query = fake?.requests[0]?.query
    expect(query?.get('post.fields')).toContain('note_post')
    expect([...(query?.keys() ?? [])].join()).not.toContain('tweet')
    expect(query?.get('expansions')).not.toContain('tweet')
  })

  test('asks for older sessions in the whole archive, a second apart', async () => {
    const waits: number[] = []
    const wait = async (milliseconds: number) => void waits.push(milliseconds)
    await read([{ body: page(['2'], 'a') }, { body: page(['1']) }], { wait }, nextMonth)
    expect(fake?.requests.map((request) => request.path)).toEqual(Array(2).fill('/2/tweets/search/all'))
    expect(fake?.requests[0]?.query.get('max_results')).toBe('500')
    expect(waits).toEqual([1100, 1100])
  })

  test('ends a little before now, and says so', async () => {
    const reading = await read([{ body: page([]) }], {}, { ...wanted, now: '2010-12-17T14:00:03Z' })
    expect(fake?.requests[0]?.query.get('end_time')).toBe('2010-12-17T13:59:48Z')
    expect(reading.readTo).toBe('2010-12-17T13:59:48Z')
  })

  test('is not made before the time has come', async () => {
    const reading = await read([{ body: page(['1']) }], {}, { ...wanted, now: '2010-12-17T12:00:05Z' })
    expect(reading).toMatchObject({ posts: [], pages: 0, readTo: undefined })
    expect(fake?.requests).toEqual([])
  })
})

const problems = 'https://api.x.com/2/problems'
const refusals: readonly [string, Reply, string][] = [
  [
    'no such token',
    { status: 401, body: { title: 'Unauthorized' } },
    'X answered 401: X_BEARER_TOKEN is not accepted; see "Your own chat" in README.md',
  ],
  [
    'an app in no project',
    { status: 403, body: { type: `${problems}/client-forbidden`, reason: 'client-not-enrolled' } },
    "X answered 403: the app of X_BEARER_TOKEN is in no project: attach it to one in X's developer console",
  ],
  [
    'another 403',
    { status: 403, body: { detail: 'No.' } },
    "X answered 403: No.: check what the token may do in X's developer console",
  ],
  [
    'a rate limit',
    { status: 429, headers: { 'x-rate-limit-reset': '1292594400' }, body: { title: 'Too Many Requests' } },
    'X answered 429: too many requests: try again after 2010-12-17T14:00:00Z',
  ],
  [
    'a rate limit without a time',
    { status: 429, body: 'slow down' },
    'X answered 429: too many requests: try again in 15 minutes',
  ],
  [
    'the end of the money',
    { status: 429, body: { type: `${problems}/usage-capped`, title: 'UsageCapExceeded' } },
    "X answered 429: the posts that X_BEARER_TOKEN may read are used up: raise the limit in X's developer console, or wait until it begins anew",
  ],
  [
    'a bad search',
    {
      status: 400,
      body: { title: 'Invalid Request', errors: [{ message: 'There were errors\nprocessing your request' }] },
    },
    'X answered 400: it does not understand the search: There were errors processing your request: check chat.yaml',
  ],
  [
    'trouble in HTML',
    { status: 503, headers: { 'content-type': 'text/html' }, body: '<html>Over capacity</html>' },
    'X answered 503: it has trouble of its own: try again later',
  ],
  [
    'HTML with 200',
    { headers: { 'content-type': 'text/html' }, body: '<html>' },
    'X, page 1: the answer is not JSON: try again',
  ],
  [
    'a redirect',
    { status: 302, headers: { location: 'http://127.0.0.1:1/' }, body: '' },
    'X answered 302: it points to 127.0.0.1:1, where the token was not sent: check that nothing between this computer and X changes its answers',
  ],
  [
    'half a page',
    { cut: true, body: page(['1']) },
    'X: the connection broke off within an answer: try again',
  ],
  [
    'errors and no posts',
    { body: { errors: [{ title: 'Oh', detail: 'Nothing works.' }] } },
    'X, page 1: X gave no posts but an error: Nothing works.: fetch it again',
  ],
  [
    'a post without text',
    { body: { data: [{ id: '1' }] } },
    'X, page 1: not an answer of X\'s search: "data.0.text" is missing: fetch it again',
  ],
  ['silence', { silent: true }, 'X: no answer in time: try again later'],
  [
    'a page that names itself',
    { body: page(['1'], 'a') },
    'X, page 2: it names the same next page twice, so there is no end: try again later',
  ],
]

describe('refusals', () => {
  test.each(refusals)('%s', async (_, reply, message) => {
    expect(await refusal([reply], { timeoutMillis: 300 })).toBe(message)
  })

  test('an old session without the right to search the archive', async () => {
    const message = await refusal([{ status: 403, body: { title: 'Forbidden' } }], {}, nextMonth)
    expect(message).toMatch(/more than seven days old .* use --from/)
  })

  test('nobody there', async () => {
    expect(await refusal([], { base: 'http://127.0.0.1:9/2/' })).toBe(
      'X: it cannot be reached (ECONNREFUSED): check the network and try again',
    )
  })

  test('a token with a line break, and plain http to another computer', async () => {
    expect(() => xSource({ token: 'a\nb' })).toThrow(/copy it again/)
    expect(() => xSource({ token, base: 'http://example.org/2/' })).toThrow(/must begin with https/)
  })

  test('a hashtag that would change the search', async () => {
    expect(await refusal([], {}, { ...wanted, hashtags: ['#a OR from:b'] })).toMatch(/is not a hashtag/)
    const many = Array.from({ length: 60 }, (_, index) => `#hashtag${index}`)
    expect(await refusal([], {}, { ...wanted, hashtags: many })).toMatch(/characters too long/)
  })
})
