import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSample } from '../../scripts/demo/read-sample.ts'
import { type StandIn, startStandIn } from '../../scripts/demo/stand-in.ts'
import { ask, askAll } from './ask.ts'

const recent = 'tweets/search/recent'
const all = 'tweets/search/all'
const window = {
  query: '#lgovsm -is:retweet',
  start_time: '2010-12-17T12:00:00Z',
  end_time: '2010-12-18T14:00:00Z',
}

let standIn: StandIn
beforeAll(async () => {
  standIn = await startStandIn()
})
afterAll(() => standIn.close())

describe('paging', () => {
  test.each([
    [recent, '10'],
    [recent, '100'],
    [all, '50'],
  ])('%s, %s a page, gives each post once, newest first', async (path, most) => {
    const pages = await askAll(standIn, path, { ...window, max_results: most })
    const ids = pages.flatMap((page) => page.data ?? []).map((tweet) => tweet.id)
    const wanted = readSample().posts.filter(
      ({ at, text }) => at > window.start_time && at < window.end_time && text.includes('#lgovsm'),
    )
    expect(ids.length).toBe(wanted.length)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual([...ids].sort((a, b) => (BigInt(a) < BigInt(b) ? 1 : -1)))
    expect(pages.map((page) => page.meta?.result_count)).toEqual(pages.map((page) => page.data?.length))
  })

  test('an hour without posts has no data', async () => {
    const { status, body } = await ask(standIn, recent, {
      ...window,
      start_time: '2010-12-17T03:00:00Z',
      end_time: '2010-12-17T04:00:00Z',
    })
    expect([status, body]).toEqual([200, { meta: { result_count: 0 } }])
  })
})

describe('the window', () => {
  const second = (time: string) => `2010-12-17T${time}Z`
  test.each([
    { what: 'starts with its first second', from: '13:20:15', to: '13:20:16', times: ['13:20:15'] },
    { what: 'ends before its last', from: '13:20:14', to: '13:20:15', times: [] },
    { what: 'drops fractions', from: '13:20:15.900', to: '13:20:16.900', times: ['13:20:15'] },
    {
      what: 'holds all posts of a second',
      from: '13:43:22',
      to: '13:43:23',
      times: ['13:43:22', '13:43:22'],
    },
  ])('$what', async ({ from, to, times }) => {
    const params = {
      ...window,
      start_time: second(from),
      end_time: second(to),
      'tweet.fields': 'created_at',
    }
    const { body } = await ask(standIn, recent, params)
    expect((body.data ?? []).map((tweet) => tweet.created_at.slice(11, 19))).toEqual(times)
  })

  test('posts to come are not there yet, edits and deletions not done yet', async () => {
    let now = '2010-12-03T13:12:00Z'
    const early = await startStandIn({ now: () => now })
    const texts = async () => {
      const pages = await askAll(early, recent, { query: '#lgovsm from:eg_bea', max_results: '10' })
      return pages.flatMap((page) => page.data ?? []).map((tweet) => tweet.text)
    }
    expect((await texts()).length).toBe(1)
    now = '2010-12-03T14:30:00Z'
    expect((await texts()).some((text) => text.includes('asleep since Tuesday'))).toBe(true)
    now = '2010-12-04T09:00:00Z'
    expect((await texts()).some((text) => text.includes('asleep since Tuesday'))).toBe(false)
    await early.close()
  })

  test('an edit shows as one post under a new id', async () => {
    const when = { query: '#lgovsm hedgehogs', 'tweet.fields': 'created_at' }
    const before = await startStandIn({ now: '2010-12-17T13:13:00Z' })
    const first = (await ask(before, recent, when)).body.data?.[0]
    await before.close()
    expect(first?.edit_history_tweet_ids).toEqual([first?.id])
    expect((await ask(standIn, recent, when)).body.data).toBeUndefined()
    const edited = (await ask(standIn, recent, { ...when, query: '#lgovsm hedges' })).body.data?.[0]
    expect(edited?.edit_history_tweet_ids).toEqual([first?.id, edited?.id])
    expect(edited?.created_at).toBe('2010-12-17T13:14:10.000Z')
  })
})

describe('what X refuses', () => {
  test.each([
    { what: 'too few a page', path: recent, params: { max_results: '9' }, says: 'is not between 10 and 100' },
    {
      what: 'too many a page',
      path: recent,
      params: { max_results: '101' },
      says: 'is not between 10 and 100',
    },
    {
      what: 'too many of the archive',
      path: all,
      params: { max_results: '501' },
      says: 'is not between 10 and 500',
    },
    { what: 'half a page', path: recent, params: { max_results: '10.5' }, says: 'is not between' },
    {
      what: 'a start a week and a second ago',
      path: recent,
      params: { start_time: '2010-12-13T08:59:59Z' },
      says: 'must be on or after 2010-12-13T09:00Z',
    },
    {
      what: 'an end nine seconds ago',
      path: recent,
      params: { end_time: '2010-12-20T08:59:51Z' },
      says: '10 seconds prior',
    },
    {
      what: 'an end before the start',
      path: recent,
      params: { end_time: '2010-12-17T12:00:00Z' },
      says: 'must be after',
    },
    {
      what: 'a time without a zone',
      path: recent,
      params: { end_time: '2010-12-17T12:00:00' },
      says: 'RFC3339',
    },
    { what: 'an empty query', path: recent, params: { query: ' ' }, says: 'can not be empty' },
    {
      what: 'a long query',
      path: recent,
      params: { query: `#${'a'.repeat(512)}` },
      says: 'exceeds maximum of 512',
    },
    { what: 'a torn query', path: recent, params: { query: '(#lgovsm' }, says: "missing ')'" },
    {
      what: 'an unknown field',
      path: recent,
      params: { 'tweet.fields': 'id,nonsense' },
      says: '[nonsense] is not one of',
    },
    {
      what: 'an unknown expansion',
      path: recent,
      params: { expansions: 'author' },
      says: '[author] is not one of',
    },
    {
      what: 'an old field in the new spelling',
      path: recent,
      params: { 'post.fields': 'note_tweet' },
      says: '[note_tweet] is not one of',
    },
    {
      what: 'both spellings',
      path: recent,
      params: { 'post.fields': 'id', 'tweet.fields': 'id' },
      says: 'is not one of',
    },
    { what: 'an unknown parameter', path: recent, params: { count: '10' }, says: '[count] is not one of' },
    { what: 'a token of its own making', path: recent, params: { next_token: 'abc' }, says: 'is not valid' },
    {
      what: 'a window by ids and by time',
      path: recent,
      params: { since_id: '1' },
      says: 'in conjunction with',
    },
  ])('$what', async ({ path, params, says }) => {
    const { status, headers, body } = await ask(standIn, path, { ...window, ...params })
    expect(status).toBe(400)
    expect(headers.get('content-type')).toContain('json')
    expect(body).toMatchObject({
      title: 'Invalid Request',
      type: expect.stringMatching(/\/2\/problems\/invalid-request$/),
    })
    expect(body.errors?.[0]?.message).toContain(says)
  })

  test.each([
    ['no token', undefined],
    ['another token', 'Bearer wrong'],
    ['a token without its scheme', 'sample'],
  ])('%s', async (_, authorization) => {
    const response = await fetch(`${standIn.url}${recent}`, {
      headers: authorization ? { authorization } : {},
    })
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ title: 'Unauthorized', status: 401 })
  })

  test('an address that X does not have', async () => {
    expect((await ask(standIn, 'tweets/search/everything')).status).toBe(404)
  })

  test('the request after the last of fifteen minutes', async () => {
    const busy = await startStandIn({ posts: [] })
    const path = 'tweets/counts/recent'
    for (let n = 0; n < 300; n++) await ask(busy, path, { query: '#lgovsm', granularity: 'day' })
    const { status, headers } = await ask(busy, path, { query: '#lgovsm' })
    expect([status, headers.get('x-rate-limit-remaining')]).toEqual([429, '0'])
    expect(Number(headers.get('x-rate-limit-reset'))).toBeGreaterThan(Date.now() / 1000)
    await busy.close()
  })
})

describe('fields and expansions', () => {
  const poll = { query: '#lgovsm "straw poll"' }
  test('only id, text and history unless asked for', async () => {
    const { body, headers } = await ask(standIn, recent, poll)
    expect(Object.keys(body).sort()).toEqual(['data', 'meta'])
    expect(Object.keys(body.data?.[0] ?? {}).sort()).toEqual(['edit_history_tweet_ids', 'id', 'text'])
    expect(headers.get('x-rate-limit-limit')).toBe('450')
  })

  test('an expansion brings the object and the field that names it', async () => {
    const { body } = await ask(standIn, recent, {
      ...poll,
      expansions: 'attachments.poll_ids,author_id',
      'user.fields': 'created_at',
    })
    expect(body.data?.[0]?.attachments?.poll_ids).toEqual([body.includes?.polls?.[0]?.id])
    expect(body.includes?.polls?.[0]).toEqual({ id: expect.any(String), options: expect.any(Array) })
    expect(body.includes?.users).toEqual([
      {
        id: body.data?.[0]?.author_id,
        name: 'Bea Quillfeather',
        username: 'eg_bea',
        created_at: '2010-09-06T09:01:00.000Z',
      },
    ])
  })

  test('a post that is gone is among the errors, not among the posts', async () => {
    const { status, body } = await ask(standIn, recent, {
      query: '#lgovsm "@eg_ludo no"',
      expansions: 'referenced_tweets.id',
    })
    const parent = body.data?.[0]?.referenced_tweets?.[0]?.id
    expect(status).toBe(200)
    expect(body.includes).toBeUndefined()
    expect(body.errors).toMatchObject([
      { resource_id: parent, parameter: 'referenced_tweets.id', title: 'Not Found Error' },
    ])
  })

  test('the new spelling is answered in the new names', async () => {
    const { body } = await ask(standIn, recent, {
      query: '#lgovsm is:quote',
      'post.fields': 'note_post,public_metrics',
      expansions: 'referenced_posts,edit_history_post_ids,author_id',
    })
    expect(Object.keys(body.data?.[0] ?? {}).sort()).toEqual([
      'author_id',
      'edit_history_post_ids',
      'id',
      'public_metrics',
      'referenced_posts',
      'text',
    ])
    expect(Object.keys(body.includes ?? {}).sort()).toEqual(['posts', 'users'])
    expect(body.data?.[0]?.public_metrics).toHaveProperty('repost_count')
  })
})

describe('the other endpoints', () => {
  test('counts agree with the search', async () => {
    const pages = await askAll(standIn, recent, { ...window, max_results: '100' })
    const posts = pages.flatMap((page) => page.data ?? []).length
    for (const granularity of ['minute', 'hour', 'day']) {
      const { body } = await ask(standIn, 'tweets/counts/recent', { ...window, granularity })
      expect(body.meta).toEqual({ total_tweet_count: posts })
    }
  })

  test('posts by id: missing ones are errors', async () => {
    const [page] = await askAll(standIn, recent, { ...window, max_results: '100' })
    const ids = (page?.data ?? []).slice(0, 2).map((tweet) => tweet.id)
    const { status, body } = await ask(standIn, 'tweets', { ids: [...ids, '20'].join(',') })
    expect([status, body.data?.map((tweet) => tweet.id)]).toEqual([200, ids])
    expect(body.errors).toMatchObject([{ value: '20', parameter: 'ids', resource_type: 'tweet' }])
  })

  test.each([
    ['none', ''],
    ['a word', 'abc'],
    ['a hundred and one', Array.from({ length: 101 }, (_, n) => n + 1).join(',')],
  ])('posts by id: %s is refused', async (_, ids) => {
    expect((await ask(standIn, 'tweets', { ids })).status).toBe(400)
  })

  test('a person by handle, in any case', async () => {
    const { body } = await ask(standIn, 'users/by/username/LGOVSM_sample', { 'user.fields': 'protected' })
    expect(body.data).toMatchObject({
      username: 'lgovsm_sample',
      name: '#lgovsm host (sample)',
      protected: false,
    })
  })

  test('a person who is not there', async () => {
    expect((await ask(standIn, 'users/by/username/nobody')).body).toMatchObject({
      errors: [{ title: 'Not Found Error' }],
    })
  })

  test('pictures, without a token', async () => {
    const own = await startStandIn({ media: 'self' })
    const params = {
      query: '#lgovsm "Sir Salter Scott" OR #lgovsm "Meet the winner"',
      expansions: 'attachments.media_keys',
      'media.fields': 'url',
    }
    const { body } = await ask(own, recent, params)
    const response = await fetch(String(body.includes?.media?.[0]?.url))
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
    await own.close()
  })
})

describe('posts of your own', () => {
  test('take the place of the sample; raw fields lie over what is derived', async () => {
    const own = await startStandIn({
      posts: [
        {
          at: '2010-12-17T13:00:00Z',
          by: 'ann',
          text: 'hi #x',
          raw: { withheld: { country_codes: ['DE'] } },
        },
      ],
      people: [{ handle: 'Bob', name: 'Bob', protected: true }],
    })
    const { body } = await ask(own, recent, { query: '#x', 'tweet.fields': 'withheld' })
    expect(body.data).toMatchObject([{ text: 'hi #x', withheld: { country_codes: ['DE'] } }])
    await own.close()
  })

  test('protected people are not seen', async () => {
    const own = await startStandIn({
      posts: [{ at: '2010-12-17T13:00:00Z', by: 'bob', text: 'hi #x' }],
      people: [{ handle: 'Bob', name: 'Bob', protected: true }],
    })
    expect((await ask(own, recent, { query: '#x' })).body.data).toBeUndefined()
    await own.close()
  })

  test('requests are written down, tokens are not', async () => {
    const own = await startStandIn({ token: 'very-secret' })
    await ask(own, recent, { query: '#lgovsm' })
    expect(own.requests).toEqual([
      { path: '/2/tweets/search/recent', query: { query: '#lgovsm' }, status: 200, fault: undefined },
    ])
    await own.close()
  })
})
