import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTumblr, type Tumblr } from '../../../scripts/demo/tumblr/stand-in.ts'
import { ask } from './ask.ts'

let tumblr: Tumblr
beforeAll(async () => {
  tumblr = await startTumblr({ now: '2010-12-20T09:00:00Z' })
})
afterAll(() => tumblr.close())

const create = (body: unknown) => ask(tumblr, 'blog/lgovsm/posts', { method: 'POST', body })
const text = (words: string, more: object = {}) => ({ type: 'text', text: words, ...more })
const times = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n))
const link = (start: number) => ({ start, end: start + 1, type: 'link', url: 'https://example.gov.uk/' })
const mention = (start: number) => ({ start, end: start + 1, type: 'mention', blog: { uuid: 't:abc' } })
const image = (alt_text = 'A chart') => ({
  type: 'image',
  media: [{ type: 'image/png', url: 'https://example.gov.uk/a.png' }],
  alt_text,
})
const linkBlock = { type: 'link', url: 'https://example.gov.uk/' }
const video = { type: 'video', url: 'https://video.example/1' }
const audio = { type: 'audio', url: 'https://audio.example/1' }

/** Text blocks that make up exactly so many bytes of post. */
function weighing(bytes: number) {
  const blocks = times(Math.floor(bytes / 3000) - 1, () => text('x'.repeat(2975)))
  const weight = JSON.stringify({ content: [...blocks, text('')], layout: [] }).length
  return [...blocks, text('x'.repeat(bytes - weight))]
}

describe('caps: accepted at the cap, refused one over', () => {
  test.each([
    { cap: '1,000 blocks', at: 1000, content: (n: number) => times(n, () => text('x')) },
    { cap: '1,000,000 bytes', at: 1_000_000, content: weighing },
    { cap: '4,096 characters a block', at: 4096, content: (n: number) => [text('x'.repeat(n))] },
    { cap: '4,096 code points a block', at: 4096, content: (n: number) => [text('😀'.repeat(n))] },
    { cap: '4,096 characters an alt text', at: 4096, content: (n: number) => [image('☃'.repeat(n))] },
    {
      cap: '100 inline links in one block',
      at: 100,
      content: (n: number) => [text('x'.repeat(200), { formatting: times(n, link) })],
    },
    {
      cap: '100 inline links in all blocks',
      at: 100,
      content: (n: number) => times(n, () => text('x', { formatting: [link(0)] })),
    },
    {
      cap: '50 mentions',
      at: 50,
      content: (n: number) => times(n, () => text('x', { formatting: [mention(0)] })),
    },
    { cap: '30 images', at: 30, content: (n: number) => times(n, () => image()) },
    { cap: '10 link blocks', at: 10, content: (n: number) => times(n, () => linkBlock) },
    { cap: '10 videos', at: 10, content: (n: number) => times(n, () => video) },
    { cap: '10 audios', at: 10, content: (n: number) => times(n, () => audio) },
    {
      cap: 'formatting to the last of 3 code points',
      at: 3,
      content: (n: number) => [text('😀é☃', { formatting: [{ start: 0, end: n, type: 'bold' }] })],
    },
    {
      cap: 'indented seven deep',
      at: 7,
      content: (n: number) => [text('x', { subtype: 'unordered-list-item', indent_level: n })],
    },
  ])('$cap', async ({ at, content }) => {
    expect((await create({ content: content(at) })).status).toBe(201)
    const over = await create({ content: content(at + 1) })
    expect([over.status, over.meta.msg, over.code]).toEqual([400, 'Bad Request', 8001])
  })

  test('bold, italic and small have no cap', async () => {
    const formatting = times(1000, (n) => ({ start: n, end: n + 1, type: n % 2 ? 'bold' : 'italic' }))
    expect((await create({ content: [text('x'.repeat(1000), { formatting })] })).status).toBe(201)
  })
})

describe('what the format does not know is 400.8001', () => {
  const one = (more: object) => [text('words', more)]
  const formatted = (more: object) => one({ formatting: [{ start: 0, end: 2, type: 'bold', ...more }] })
  test.each([
    ['no content', undefined],
    ['content that is no array', { type: 'text', text: 'x' }],
    ['no block', []],
    ['empty blocks only', [text(''), text('')]],
    ['a block without type', [{ text: 'x' }]],
    ['an unknown type', [{ type: 'poem', text: 'x' }]],
    ['a text block without text', [{ type: 'text' }]],
    ['text that is no text', [{ type: 'text', text: 7 }]],
    ['an unknown subtype', one({ subtype: 'heading3' })],
    ['indented plain text', one({ indent_level: 1 })],
    ['an unknown formatting', formatted({ type: 'underline' })],
    ['formatting from below 0', formatted({ start: -1 })],
    ['formatting of nothing', formatted({ start: 2, end: 2 })],
    ['formatting backwards', formatted({ start: 3, end: 2 })],
    ['formatting behind the end', formatted({ start: 2, end: 6 })],
    ['formatting at half a character', formatted({ end: 1.5 })],
    ['a link without address', formatted({ type: 'link' })],
    ['a link to a script', formatted({ type: 'link', url: 'javascript:alert(1)' })],
    ['a link to nowhere', formatted({ type: 'link', url: 'https://' })],
    ['a mention without uuid', formatted({ type: 'mention', blog: { name: 'lgovsm' } })],
    ['a colour without its #', formatted({ type: 'color', hex: 'ff492f' })],
    ['an image without media', [{ type: 'image' }]],
    ['an image whose media is empty', [{ type: 'image', media: [] }]],
    ['an image that was not uploaded', [{ type: 'image', media: { identifier: '0' } }]],
    ['a link block without address', [{ type: 'link' }]],
  ])('%s', async (_, content) => {
    const { status, code } = await create({ content })
    expect([status, code]).toEqual([400, 8001])
  })

  test.each([
    ['an unknown state', { state: 'public' }],
    ['tags in an array', { tags: ['a', 'b'] }],
    ['a date that is none', { date: 'Friday' }],
    ['a day that is none', { date: '2010-02-30T13:00:00Z' }],
    ['a date to come', { date: '2010-12-20T09:00:01Z' }],
    ['a source that is no address', { source_url: 'archive' }],
    ['an unknown layout', { layout: [{ type: 'columns' }] }],
    ['a layout of blocks that are not there', { layout: [{ type: 'rows', display: [{ blocks: [1] }] }] }],
  ])('%s', async (_, more) => {
    const { status, code } = await create({ content: [text('x')], ...more })
    expect([status, code]).toEqual([400, 8001])
  })

  test.each([
    ['half of JSON', '{"content":[', 'application/json', 8001],
    ['an array', '[]', 'application/json', 8001],
    ['parts without border', 'x', 'multipart/form-data; boundary=b', 5002],
  ])('%s', async (_, body, type, code) => {
    const answer = await ask(tumblr, 'blog/lgovsm/posts', {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    })
    expect([answer.status, answer.code]).toEqual([400, code])
  })
})

describe('what becomes of a post', () => {
  const made = async (params: object) => {
    const { response } = await create({ content: [text('x')], ...params })
    return tumblr.posts().find((one) => one.id === response.id)
  }

  test.each([
    ['', []],
    ['lgovsm', ['lgovsm']],
    ['lgovsm,snow, ice', ['lgovsm', 'snow', 'ice']],
    ['Lincoln, Lincolnshire,, ', ['Lincoln', 'Lincolnshire']],
    ['two words', ['two words']],
  ])('tags %j', async (tags, wanted) => {
    expect((await made({ tags }))?.tags).toEqual(wanted)
  })

  test.each([
    ['2010-12-17T13:00:00Z', '2010-12-17T13:00:00.000Z'],
    ['2010-12-17T13:00:00.999Z', '2010-12-17T13:00:00.000Z'],
    ['2010-07-16T13:00:00+01:00', '2010-07-16T12:00:00.000Z'],
    ['2010-12-17 13:00:00 GMT', '2010-12-17T13:00:00.000Z'],
    // Without an offset it is read in the blog's zone, which is New York's where nobody has set it.
    ['2010-12-17T13:00:00', '2010-12-17T18:00:00.000Z'],
    ['2010-12-17', '2010-12-17T05:00:00.000Z'],
  ])('date %s', async (date, wanted) => {
    const post = await made({ date })
    expect(new Date(post?.date ?? 0).toISOString()).toBe(wanted)
    expect(new Date(post?.publishedAt ?? 0).toISOString()).toBe('2010-12-20T09:00:00.000Z')
  })

  test.each([
    ['lgovsm-2010-12-17', 'lgovsm-2010-12-17'],
    ['Ünder / cover!', 'nder-cover'],
    [undefined, 'the-first-words'],
  ])('slug %s', async (slug, wanted) => {
    expect((await made({ content: [text('The first words')], slug }))?.slug).toBe(wanted)
  })

  test('empty text at both ends is dropped, in the middle kept', async () => {
    const content = [text(''), text('ello'), text(''), text('my name'), text(''), text('')]
    expect((await made({ content }))?.content).toEqual([text('ello'), text(''), text('my name')])
  })

  test.each([
    ['one line of chat', [text('a: b', { subtype: 'chat' })], 'text'],
    ['two lines of chat', [text('a: b', { subtype: 'chat' }), text('c: d', { subtype: 'chat' })], 'chat'],
    ['a quote', [text('q', { subtype: 'quote' }), linkBlock], 'quote'],
    ['a picture', [image(), text('x')], 'photo'],
    ['a link block', [linkBlock], 'link'],
  ])('%s is shown by old clients as %s', async (_, content, type) => {
    const { response } = await create({ content })
    const read = await ask(tumblr, 'blog/lgovsm/posts', { query: { id: String(response.id) } })
    expect(read.response.posts).toMatchObject([{ type }])
  })
})
