import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { createCallLimits, createCounter, tumblrLimits } from '../../../scripts/demo/tumblr/limits.ts'
import { startTumblr, type Tumblr, type TumblrOptions } from '../../../scripts/demo/tumblr/stand-in.ts'
import { ask } from './ask.ts'

const content = [{ type: 'text', text: 'x' }]

let tumblr: Tumblr
let now = '2010-12-20T09:00:30Z'
afterEach(() => tumblr?.close())

async function start(options: TumblrOptions): Promise<void> {
  now = '2010-12-20T09:00:30Z'
  tumblr = await startTumblr({ now: () => now, ...options })
}

const create = (params: object = {}) =>
  ask(tumblr, 'blog/lgovsm/posts', { method: 'POST', body: { content, ...params } })

test('the limits are those of the documentation', () => {
  expect(tumblrLimits).toEqual({
    callsAMinute: 300,
    callsAnHour: 1000,
    callsADay: 5000,
    postsADay: 250,
    imagesADay: 250,
    queued: 1000,
  })
})

describe('calls', () => {
  const at = Date.parse('2010-12-20T09:00:30Z')
  test.each([
    ['a minute for an address', 'address', 300, '2010-12-20T09:01:00Z'],
    ['an hour for a key', 'key', 1000, '2010-12-20T10:00:00Z'],
  ] as const)('%s: the next is let in when the clock is there', (_, door, limit, opens) => {
    let time = at
    const limits = createCallLimits(tumblrLimits, () => time)
    const refused = () => (door === 'address' ? limits.address() : limits.key().refusal)
    for (let n = 0; n < limit; n++) expect(refused()).toBeUndefined()
    expect(refused()).toMatchObject({ status: 429, msg: 'Limit Exceeded' })
    time = Date.parse(opens) - 1
    expect(refused()).toBeDefined()
    time = Date.parse(opens)
    expect(refused()).toBeUndefined()
  })

  test('a day for a key: 5,000, until midnight in New York', () => {
    let time = at
    const limits = createCallLimits({ ...tumblrLimits, callsAnHour: 10_000 }, () => time)
    for (let n = 0; n < 5000; n++) expect(limits.key().refusal).toBeUndefined()
    expect(limits.key().refusal?.title).toContain('a day')
    time = Date.parse('2010-12-21T04:59:59Z')
    expect(limits.key().refusal).toBeDefined()
    time = Date.parse('2010-12-21T05:00:00Z')
    expect(limits.key().refusal).toBeUndefined()
  })

  test('over https, with what is left in the headers', async () => {
    await start({ limits: { callsAnHour: 2 } })
    const headers = async () => {
      const answer = await ask(tumblr, 'user/info')
      const header = (name: string) => answer.headers[`x-ratelimit-perhour-${name}`]
      return [answer.status, header('limit'), header('remaining'), header('reset')]
    }
    expect(await headers()).toEqual([200, '2', '1', '3570'])
    expect(await headers()).toEqual([200, '2', '0', '3570'])
    expect(await headers()).toEqual([429, '2', '0', '3570'])
    now = '2010-12-20T10:00:00Z'
    expect(await headers()).toEqual([200, '2', '1', '3600'])
  })

  test('a call that is refused counts like any other', async () => {
    await start({ limits: { callsAnHour: 2 } })
    expect((await ask(tumblr, 'blog/nobody/info')).status).toBe(404)
    expect((await create({ content: [] })).status).toBe(400)
    expect((await ask(tumblr, 'user/info')).status).toBe(429)
  })

  test('without the keys it counts for the address, not for the key', async () => {
    await start({ limits: { callsAMinute: 3, callsAnHour: 1 } })
    expect((await ask(tumblr, 'user/info', { authorization: false })).status).toBe(401)
    expect((await ask(tumblr, 'user/info', { authorization: false })).status).toBe(401)
    expect((await ask(tumblr, 'user/info')).status).toBe(200)
    expect((await ask(tumblr, 'user/info')).status).toBe(429)
  })
})

describe('posts a day', () => {
  test('250 by the documentation, the next tomorrow', () => {
    let time = Date.parse('2010-12-20T09:00:00Z')
    const counter = createCounter('day', tumblrLimits.postsADay, () => time)
    for (let n = 0; n < 250; n++) expect(counter.take()).toBe(true)
    expect(counter.take()).toBe(false)
    time = Date.parse('2010-12-21T05:00:00Z')
    expect(counter.window()).toEqual({
      limit: 250,
      remaining: 250,
      resetAt: Date.parse('2010-12-22T05:00:00Z') / 1000,
    })
    expect(counter.take()).toBe(true)
  })

  test('403.8023; edits and drafts go on', async () => {
    await start({ limits: { postsADay: 2 } })
    const first = await create()
    expect((await create({ date: '2010-12-10T13:00:00Z' })).status).toBe(201)
    const full = await create()
    expect([full.status, full.meta.msg, full.code]).toEqual([403, 'Forbidden', 8023])
    const draft = await create({ state: 'draft' })
    expect(draft.status).toBe(201)
    const path = `blog/lgovsm/posts/${first.response.id}`
    expect((await ask(tumblr, path, { method: 'PUT', body: { content } })).status).toBe(200)
    const out = await ask(tumblr, `blog/lgovsm/posts/${draft.response.id}`, {
      method: 'PUT',
      body: { content },
    })
    expect([out.status, out.code]).toEqual([403, 8023])
    expect((await ask(tumblr, 'user/limits')).response).toMatchObject({
      user: { posts: { limit: 2, remaining: 0, reset_at: Date.parse('2010-12-21T05:00:00Z') / 1000 } },
    })
    now = '2010-12-21T05:00:00Z'
    expect((await create()).status).toBe(201)
  })

  test('a deleted post has been posted', async () => {
    await start({ limits: { postsADay: 1 } })
    const { response } = await create()
    await ask(tumblr, 'blog/lgovsm/post/delete', { method: 'POST', body: { id: response.id } })
    expect((await create()).code).toBe(8023)
  })
})

test('images a day: 403.8004', async () => {
  await start({ limits: { imagesADay: 1 } })
  const picture = readFileSync(new URL('../../../scripts/demo/sample/pictures/snowman.png', import.meta.url))
  const form = new FormData()
  form.set('json', JSON.stringify({ content: [{ type: 'image', media: { identifier: 'a' } }] }))
  form.set('a', new Blob([picture]), 'a.png')
  const whole = new Response(form)
  const body = new Uint8Array(await whole.arrayBuffer())
  const headers = { 'content-type': whole.headers.get('content-type') ?? '' }
  const send = () => ask(tumblr, 'blog/lgovsm/posts', { method: 'POST', body, headers })
  expect((await send()).status).toBe(201)
  const full = await send()
  expect([full.status, full.code]).toEqual([403, 8004])
})

test('queued posts: 403.8022', async () => {
  await start({ limits: { queued: 1 } })
  expect((await create({ state: 'queue' })).status).toBe(201)
  const full = await create({ state: 'queue' })
  expect([full.status, full.code]).toEqual([403, 8022])
})
