import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startTumblr, type Tumblr } from '../../../scripts/demo/tumblr/stand-in.ts'
import type { Block, StoredPost } from '../../../scripts/demo/tumblr/wire.ts'
import { ask } from './ask.ts'

let tumblr: Tumblr
let now: string
beforeEach(async () => {
  now = '2010-12-20T09:00:00Z'
  tumblr = await startTumblr({ now: () => now })
})
afterEach(() => tumblr.close())

const text = (words: string): Block => ({ type: 'text', text: words })

async function create(words: string, params: object = {}): Promise<string> {
  const body = { content: [text(words)], ...params }
  return String((await ask(tumblr, 'blog/lgovsm/posts', { method: 'POST', body })).response.id)
}

const words = (posts: readonly StoredPost[]) =>
  posts.map((post) => post.content.map((one) => 'text' in one && one.text).join())
const read = (query: Record<string, string>) =>
  ask(tumblr, 'blog/lgovsm/posts', { query: { npf: 'true', ...query } })

describe('order', () => {
  test('the blog goes by the date, the dashboard by when it was really published', async () => {
    await create('today')
    now = '2010-12-20T09:01:00Z'
    await create('an old session', { date: '2010-12-03T13:00:00Z' })
    now = '2010-12-20T09:02:00Z'
    await create('an older one', { date: '2010-11-26T13:00:00Z' })
    expect(words(tumblr.onBlog())).toEqual(['today', 'an old session', 'an older one'])
    expect(words(tumblr.onDashboard())).toEqual(['an older one', 'an old session', 'today'])
    const { response } = await ask(tumblr, 'user/dashboard', { query: { npf: 'true', limit: '1' } })
    expect(response.posts).toMatchObject([{ content: [text('an older one')] }])
  })

  test('posts of one second stand as they were published, the last on top', async () => {
    for (const one of ['q3', 'q2', 'q1', 'summary']) await create(one, { date: '2010-12-17T13:00:00Z' })
    expect(words(tumblr.onBlog())).toEqual(['summary', 'q1', 'q2', 'q3'])
    expect(words(tumblr.onDashboard())).toEqual(['summary', 'q1', 'q2', 'q3'])
  })

  test('an edit moves nothing on a dashboard', async () => {
    const id = await create('first')
    now = '2010-12-20T09:01:00Z'
    await create('second')
    await ask(tumblr, `blog/lgovsm/posts/${id}`, { method: 'PUT', body: { content: [text('corrected')] } })
    expect(words(tumblr.onDashboard())).toEqual(['second', 'corrected'])
  })
})

describe('an edit takes the place of the whole post', () => {
  const whole = {
    tags: 'lgovsm,snow',
    date: '2010-12-17T13:00:00Z',
    slug: 'kept',
    source_url: 'https://archive.example/',
  }
  test.each([
    [
      'all sent again',
      whole,
      {
        tags: ['lgovsm', 'snow'],
        slug: 'kept',
        sourceUrl: whole.source_url,
        date: '2010-12-17T13:00:00.000Z',
      },
    ],
    [
      'content alone',
      {},
      { tags: [], slug: 'corrected', sourceUrl: undefined, date: '2010-12-20T09:00:00.000Z' },
    ],
  ])('%s', async (_, params, wanted) => {
    const id = await create('as it was', whole)
    now = '2010-12-20T10:00:00Z'
    await ask(tumblr, `blog/lgovsm/posts/${id}`, {
      method: 'PUT',
      body: { content: [text('corrected')], ...params },
    })
    const [post] = tumblr.posts()
    const date = new Date(post?.date ?? 0).toISOString()
    expect({ ...post, date }).toMatchObject({ id, content: [text('corrected')], ...wanted })
  })
})

describe('lists', () => {
  test('pages of at most 20, by offset, newest first', async () => {
    for (let n = 0; n < 23; n++) await create(`post ${n}`, { tags: n % 2 ? 'odd' : 'even' })
    const first = await read({ limit: '50' })
    expect(first.response).toMatchObject({ total_posts: 23 })
    expect((first.response.posts as unknown[]).length).toBe(20)
    const rest = await read({ offset: '20' })
    expect(rest.response.posts).toMatchObject([
      { content: [text('post 2')] },
      {},
      { content: [text('post 0')] },
    ])
    expect((await read({ tag: 'ODD', limit: '2' })).response).toMatchObject({
      total_posts: 11,
      posts: [{ tags: ['odd'], content: [text('post 21')] }, { content: [text('post 19')] }],
    })
  })

  test('before leaves out what is dated then or later', async () => {
    await create('then', { date: '2010-12-17T13:00:00Z' })
    await create('earlier', { date: '2010-12-17T12:59:59Z' })
    const before = String(Date.parse('2010-12-17T13:00:00Z') / 1000)
    expect((await read({ before })).response.posts).toMatchObject([{ content: [text('earlier')] }])
  })

  test('drafts, private and queued posts are in no list of published ones', async () => {
    for (const state of ['draft', 'private', 'queue', 'unapproved']) await create(state, { state })
    expect((await read({})).response.posts).toEqual([])
    expect((await ask(tumblr, 'blog/lgovsm/posts/draft')).response.posts).toMatchObject([{ state: 'draft' }])
    expect((await ask(tumblr, 'blog/lgovsm/posts/queue')).response.posts).toMatchObject([{ state: 'queued' }])
  })

  test('a new post may be listed late, and is there by its id', async () => {
    const slow = await startTumblr({ now: () => now, lag: 60 })
    const body = { content: [text('x')], date: '2010-12-17T13:00:00Z' }
    const { response } = await ask(slow, 'blog/lgovsm/posts', { method: 'POST', body })
    const listed = async () => (await ask(slow, 'blog/lgovsm/posts')).response.total_posts
    expect(await listed()).toBe(0)
    expect((await ask(slow, `blog/lgovsm/posts/${response.id}`)).status).toBe(200)
    now = '2010-12-20T09:01:00Z'
    expect(await listed()).toBe(1)
    await slow.close()
  })

  test('links may come back led through Tumblr', async () => {
    const led = await startTumblr({ redirects: true })
    const content = [
      { ...text('see'), formatting: [{ start: 0, end: 3, type: 'link', url: 'https://example.gov.uk/' }] },
    ]
    const { response } = await ask(led, 'blog/lgovsm/posts', { method: 'POST', body: { content } })
    const listed = await ask(led, 'blog/lgovsm/posts', { query: { npf: 'true' } })
    expect(listed.text).toContain('https://href.li/?https://example.gov.uk/')
    expect((await ask(led, `blog/lgovsm/posts/${response.id}`)).response.content).toEqual(content)
    await led.close()
  })
})

describe('ids', () => {
  test('a draft that comes out has another id, and the old one leads nowhere', async () => {
    const draft = await create('draft', { state: 'draft' })
    const { response } = await ask(tumblr, `blog/lgovsm/posts/${draft}`, {
      method: 'PUT',
      body: { content: [text('out')] },
    })
    expect(response.id).not.toBe(draft)
    expect((await ask(tumblr, `blog/lgovsm/posts/${draft}`)).status).toBe(404)
    expect((await read({})).response.posts).toMatchObject([
      { id_string: response.id, genesis_post_id: draft },
    ])
  })

  test('a private post that is made public keeps its own', async () => {
    const id = await create('private', { state: 'private' })
    now = '2010-12-20T09:05:00Z'
    await ask(tumblr, `blog/lgovsm/posts/${id}`, { method: 'PUT', body: { content: [text('public')] } })
    expect(tumblr.onDashboard()).toMatchObject([{ id, publishedAt: Date.parse(now) }])
  })

  test('a queued post has another id too, when its time has come', async () => {
    const queued = await create('queued', { state: 'queue', publish_on: '2010-12-20T10:00:00Z' })
    expect((await read({})).response.posts).toEqual([])
    now = '2010-12-20T10:00:00Z'
    expect((await read({})).response.posts).toMatchObject([
      { genesis_post_id: queued, date: '2010-12-20 10:00:00 GMT' },
    ])
  })

  test('are beyond what a number holds', async () => {
    const id = await create('x')
    const { text: answer } = await read({})
    expect(answer).toContain(`"id":${id},"id_string":"${id}"`)
    expect(String(Number(id))).not.toBe(id)
  })
})

describe('people', () => {
  test('the host edits, writes and deletes by hand', async () => {
    const id = await create('as sent', { tags: 'lgovsm' })
    tumblr.byHand().edit(id, { content: [text('as the host wants it')] })
    expect((await ask(tumblr, `blog/lgovsm/posts/${id}`)).response).toMatchObject({
      content: [text('as the host wants it')],
      tags: ['lgovsm'],
    })
    tumblr.byHand().remove(id)
    expect((await ask(tumblr, `blog/lgovsm/posts/${id}`)).status).toBe(404)
    tumblr.byHand().write([text('of my own')], 'personal')
    expect((await read({})).response.posts).toMatchObject([
      { content: [text('of my own')], tags: ['personal'] },
    ])
  })

  test('send things in, with and without a name', async () => {
    tumblr.byHand().submit({
      text: 'How do you talk to a nervous manager?\n\nAsking for a friend',
      by: 'asker',
      tags: 'lgovsm',
    })
    tumblr.byHand().submit({ text: 'Q2', anonymousName: 'Ann', anonymousEmail: 'ann@example.org' })
    const { response } = await ask(tumblr, 'blog/lgovsm/posts/submission')
    expect(response.posts).toMatchObject([
      { state: 'submission', is_submission: true, anonymous_name: 'Ann', anonymous_email: 'ann@example.org' },
      {
        post_author: 'asker',
        tags: ['lgovsm'],
        body: '<p>How do you talk to a nervous manager?</p><p>Asking for a friend</p>',
      },
    ])
    expect(
      (await ask(tumblr, 'blog/lgovsm/posts/submission', { query: { offset: '2' } })).response.posts,
    ).toEqual([])
    expect(tumblr.posts()).toEqual([])
  })

  test('reply, reblog and like', async () => {
    const id = await create('a question')
    const hand = tumblr.byHand()
    hand.like(id, 'liker')
    now = '2010-12-20T09:01:00Z'
    hand.reply(id, { by: 'replier', text: 'We do <this>' })
    now = '2010-12-20T09:02:00Z'
    hand.reblog(id, { by: 'silent' })
    now = '2010-12-20T09:03:00Z'
    const reblog = hand.reblog(id, { by: 'loud', text: 'So do we', tags: 'lgovsm, yes' })
    const notes = async (query: Record<string, string>) =>
      (await ask(tumblr, 'blog/lgovsm/notes', { query: { id, ...query } })).response
    expect(await notes({})).toMatchObject({
      total_notes: 4,
      notes: [{ blog_name: 'loud' }, {}, {}, { type: 'like' }],
    })
    expect(await notes({ mode: 'conversation' })).toMatchObject({
      notes: [
        {
          type: 'reblog',
          blog_name: 'loud',
          added_text: 'So do we',
          tags: ['lgovsm', 'yes'],
          post_id: reblog,
        },
        { type: 'reply', blog_name: 'replier', reply_text: 'We do <this>', timestamp: 1_292_835_660 },
      ],
      rollup_notes: [{ blog_name: 'silent' }, { blog_name: 'liker' }],
      total_likes: 1,
      total_reblogs: 2,
    })
    expect((await read({})).response.posts).toMatchObject([{ note_count: 4 }])
    expect((await ask(tumblr, 'blog/lgovsm/notes', { query: { id, mode: 'loud' } })).status).toBe(400)
  })

  test('notes come in pages of 50', async () => {
    const id = await create('a question')
    for (let n = 0; n < 60; n++) {
      now = new Date(Date.parse('2010-12-20T09:00:00Z') + n * 1000).toISOString()
      tumblr.byHand().reply(id, { by: `b${n}`, text: 'x' })
    }
    const seen: string[] = []
    let query: Record<string, string> | undefined = { id, mode: 'conversation' }
    while (query) {
      const { response } = await ask(tumblr, 'blog/lgovsm/notes', { query })
      seen.push(...(response.notes as { blog_name: string }[]).map((one) => one.blog_name))
      query = (response._links as { next: { query_params: Record<string, string> } } | undefined)?.next
        .query_params
    }
    expect(seen).toEqual(Array.from({ length: 60 }, (_, n) => `b${59 - n}`))
  })
})
