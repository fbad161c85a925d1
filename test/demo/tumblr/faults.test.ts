import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Mishap } from '../../../scripts/demo/tumblr/fault.ts'
import { faults } from '../../../scripts/demo/tumblr/faults.ts'
import { startTumblr, type Tumblr } from '../../../scripts/demo/tumblr/stand-in.ts'
import { ask } from './ask.ts'
import { type Client, startClient } from './client.ts'

let tumblr: Tumblr
let client: Client
let mishap: Mishap | undefined
beforeAll(async () => {
  tumblr = await startTumblr({ faults: (call) => (call.method === 'POST' ? mishap : undefined) })
  client = await startClient(tumblr)
})
afterAll(async () => {
  client.close()
  await tumblr.close()
})
beforeEach(() => {
  for (const { id } of tumblr.posts()) tumblr.byHand().remove(id)
})

const post = { content: [{ type: 'text', text: 'x' }] }

describe("what Tumblr's own client says, and whether the post is there", () => {
  test.each([
    { fault: faults.serverError(500), says: /malformed API response.*technically wrong/, posts: 0 },
    { fault: faults.serverError(502), says: /malformed API response/, posts: 0 },
    { fault: faults.serverErrorAfter(503), says: /malformed API response/, posts: 1 },
    { fault: faults.internalError(), says: /^API error: 500 Internal Server Error$/, posts: 0 },
    { fault: faults.internalErrorAfter(), says: /^API error: 500 Internal Server Error$/, posts: 1 },
    { fault: faults.unavailable(), says: /^API error: 503 Service Unavailable$/, posts: 0 },
    { fault: faults.unauthorized(), says: /^API error: 401 Unauthorized$/, posts: 0 },
    { fault: faults.limitExceeded(), says: /^API error: 429 Limit Exceeded$/, posts: 0 },
    { fault: faults.postLimit(), says: /^API error: 403 Forbidden$/, posts: 0 },
    { fault: faults.resetBefore(), says: /ECONNRESET|socket hang up/, posts: 0 },
    { fault: faults.resetAfter(), says: /ECONNRESET|socket hang up/, posts: 1 },
    { fault: faults.cutJson(), says: /malformed API response/, posts: 1 },
    { fault: faults.notJson(), says: /malformed API response.*Back in a minute/, posts: 1 },
    { fault: faults.empty(), says: /malformed API response/, posts: 1 },
    { fault: faults.wrongShape(), says: /malformed API response/, posts: 1 },
    { fault: faults.noResponse(), says: /malformed API response/, posts: 1 },
  ])('$fault.name', async ({ fault, says, posts }) => {
    mishap = fault
    await expect(client.call('createPost', 'lgovsm', post)).rejects.toThrow(says)
    expect(tumblr.posts().length).toBe(posts)
    expect(tumblr.calls.at(-1)?.fault).toBe(fault.name)
  })

  test.each([
    { fault: faults.noId(), answer: { state: 'published' } },
    { fault: faults.wrongId('7'), answer: { id: '7' } },
    { fault: faults.late(50), answer: { id: expect.stringMatching(/^\d{18}$/) } },
    { fault: faults.drip(1), answer: { id: expect.stringMatching(/^\d{18}$/) } },
  ])('$fault.name is taken for a success', async ({ fault, answer }) => {
    mishap = fault
    expect(await client.call('createPost', 'lgovsm', post)).toMatchObject(answer)
    expect(tumblr.posts().length).toBe(1)
  })
})

describe('lists that lie', () => {
  test.each([
    { fault: faults.emptyList(), words: [] },
    { fault: faults.newestMissing(), words: ['b', 'a'] },
    { fault: faults.outOfOrder(), words: ['a', 'b', 'c'] },
  ])('$fault.name', async ({ fault, words }) => {
    const lying = await startTumblr({ faults: () => fault })
    for (const text of ['a', 'b', 'c']) lying.byHand().write([{ type: 'text', text }])
    const { response } = await ask(lying, 'blog/lgovsm/posts', { query: { npf: 'true' } })
    const posts = response.posts as { content: { text: string }[] }[]
    expect(posts.map((one) => one.content[0]?.text)).toEqual(words)
    expect(response.total_posts).toBe(words.length)
    await lying.close()
  })
})

describe('over plain https', () => {
  const create = () => ask(tumblr, 'blog/lgovsm/posts', { method: 'POST', body: post })

  test('a body that is cut: the connection closes before the promised length', async () => {
    mishap = faults.cutBody()
    await expect(create()).rejects.toThrow('aborted')
    expect(tumblr.posts().length).toBe(1)
  })

  test('a huge answer', async () => {
    mishap = faults.huge(2_000_000)
    expect((await create()).text.length).toBeGreaterThan(2_000_000)
  })

  test.each([
    [faults.noAnswerBefore(), 0],
    [faults.noAnswerAfter(), 1],
  ])('no answer', async (fault, posts) => {
    mishap = fault
    const waiting = create()
    await expect.poll(() => tumblr.calls.at(-1)?.fault).toBe(fault.name)
    await expect.poll(() => tumblr.posts().length).toBe(posts)
    mishap = undefined
    // It is still waiting when another call has come and gone.
    expect((await ask(tumblr, 'user/info')).status).toBe(200)
    expect(await Promise.race([waiting, Promise.resolve('nothing yet')])).toBe('nothing yet')
    waiting.catch(() => undefined)
  })
})

test('the hook chooses by call and number', async () => {
  const asked: string[] = []
  const choosy = await startTumblr({
    faults: ({ method, path }, n) => {
      asked.push(`${n} ${method} ${path}`)
      return n === 1 ? faults.limitExceeded() : undefined
    },
  })
  const statuses: number[] = []
  for (let n = 0; n < 3; n++) statuses.push((await ask(choosy, 'user/info')).status)
  expect(statuses).toEqual([200, 429, 200])
  expect(asked[2]).toBe('2 GET /v2/user/info')
  expect(choosy.calls).toMatchObject([
    { status: 200 },
    { status: 429, fault: 'limit exceeded, before' },
    { status: 200 },
  ])
  await choosy.close()
})
