import { afterEach, expect, test } from 'vitest'
import { startStandIn } from '../../../scripts/demo/stand-in.ts'
import type { Wanted } from '../../../scripts/sources/source.ts'
import { xCounter } from '../../../scripts/sources/x/count.ts'
import { type FakeX, fakeX, type Reply } from './fake-x.ts'

const wanted: Wanted = {
  hashtags: ['#lgovsm'],
  from: '2010-12-17T12:00:00Z',
  to: '2010-12-17T15:00:00Z',
  now: '2010-12-17T16:00:00Z',
}

let fake: FakeX | undefined
afterEach(() => fake?.close())

// biome-ignore format: a table
test.each<[what: string, Reply, count: unknown]>([
  ['the names of 2.166', { body: { data: [], meta: { total_tweet_count: 143 } } }, { posts: 143 }],
  ['the names of 2.167', { body: { data: [], meta: { total_post_count: 143 } } }, { posts: 143 }],
  ['a part only', { body: { meta: { total_tweet_count: 3, next_token: 'a' } } }, { posts: undefined, why: 'X: its count is a part only' }],
  ['no number', { body: { meta: { total_tweet_count: 'many' } } }, { posts: undefined, why: 'X: its answer is no count' }],
  ['no JSON', { body: '<html>' }, { posts: undefined, why: 'X: its answer is no count' }],
  ['no permission', { status: 403, body: { detail: 'No.' } }, { posts: undefined, why: expect.stringMatching(/^X answered 403: No/) }],
  ['trouble', { status: 503, body: '<html>' }, { posts: undefined, why: expect.stringMatching(/^X answered 503/) }],
])('%s', async (_, reply, count) => {
  fake = await fakeX([reply])
  expect(await xCounter({ token: 'secret', base: fake.base })(wanted)).toEqual(count)
  expect(fake.requests).toHaveLength(1)
})

test('the request is for the same words and time as the search, and for no more', async () => {
  fake = await fakeX([{ body: { meta: { total_tweet_count: 1 } } }])
  await xCounter({ token: 'secret', base: fake.base })(wanted)
  expect(fake.requests[0]?.path).toBe('/2/tweets/counts/recent')
  expect(Object.fromEntries(fake.requests[0]?.query ?? [])).toEqual({
    query: '#lgovsm -is:retweet',
    start_time: wanted.from,
    end_time: wanted.to,
    granularity: 'day',
  })
  await xCounter({ token: 'secret', base: fake.base })({ ...wanted, now: '2011-01-17T16:00:00Z' })
  expect(fake.requests[1]?.path).toBe('/2/tweets/counts/all')
})

test.each(['tweet', 'post'] as const)('the stand-in counts in the shape of "%s"', async (shape) => {
  const standIn = await startStandIn({ shape })
  const count = xCounter({ token: standIn.token, base: standIn.url })
  const day = { ...wanted, to: '2010-12-18T14:00:00Z', now: '2010-12-20T09:00:00Z' }
  expect(await count(day)).toEqual({ posts: 72 })
  await standIn.close()
})
