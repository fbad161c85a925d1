import { request } from 'node:https'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toHtml } from '../../../scripts/demo/tumblr/npf-html.ts'
import { startTumblr, type Tumblr } from '../../../scripts/demo/tumblr/stand-in.ts'
import type { Block, Formatting } from '../../../scripts/demo/tumblr/wire.ts'

const text = (words: string, more: object = {}): Block => ({ type: 'text', text: words, ...more })
const range = (start: number, end: number, type: string, more: object = {}): Formatting => ({
  start,
  end,
  type,
  ...more,
})

describe('blocks as HTML', () => {
  test.each([
    ['plain', [text('a < b & "c"')], '<p class="text">a &lt; b &amp; &quot;c&quot;</p>'],
    ['a heading', [text('Q1', { subtype: 'heading1' })], '<h2>Q1</h2>'],
    [
      'ranges that overlap',
      [text('supercali', { formatting: [range(0, 5, 'bold'), range(3, 9, 'italic')] })],
      '<p class="text"><b>sup</b><i><b>er</b></i><i>cali</i></p>',
    ],
    [
      'ranges behind emoji, in code points',
      [text('😀☃ ok', { formatting: [range(3, 5, 'bold')] })],
      '<p class="text">😀☃ <b>ok</b></p>',
    ],
    [
      'a link',
      [text('see', { formatting: [range(0, 3, 'link', { url: 'https://a.example/?x=1&y=2' })] })],
      '<p class="text"><a href="https://a.example/?x=1&amp;y=2">see</a></p>',
    ],
    [
      'list items of two kinds',
      [
        text('a', { subtype: 'unordered-list-item' }),
        text('b', { subtype: 'unordered-list-item', indent_level: 1 }),
        text('c', { subtype: 'ordered-list-item' }),
      ],
      '<ul><li class="in0">a</li><li class="in1">b</li></ul><ol><li class="in0">c</li></ol>',
    ],
    [
      'a picture',
      [
        {
          type: 'image',
          media: [{ url: 'https://a.example/a.png', type: 'image/png', width: 8, height: 6 }],
          alt_text: 'A "chart"',
        },
      ],
      '<figure><img src="https://a.example/a.png" width="8" height="6" alt="A &quot;chart&quot;"><figcaption></figcaption></figure>',
    ],
  ] satisfies [string, Block[], string][])('%s', (_, content, wanted) => {
    expect(toHtml(content).join('')).toBe(wanted)
  })
})

describe('pages', () => {
  let tumblr: Tumblr
  let now = '2010-12-20T09:00:00Z'
  beforeAll(async () => {
    tumblr = await startTumblr({ now: () => now })
    tumblr.byHand().write([text('newer')], 'lgovsm')
    now = '2010-12-20T09:01:00Z'
    const { id } = tumblr.byHand().write([text('<script>alert(1)</script>')])
    tumblr.byHand().edit(id, { date: Date.parse('2010-12-03T13:00:00Z') })
    tumblr.byHand().reply(id, { by: 'replier', text: 'Yes' })
  })
  afterAll(() => tumblr.close())

  const get = (path: string) =>
    new Promise<{ status: number | undefined; page: string }>((resolve, reject) => {
      request(`${tumblr.url}${path}`, { ca: tumblr.ca }, async (answer) => {
        let page = ''
        for await (const piece of answer) page += piece
        resolve({ status: answer.statusCode, page })
      })
        .on('error', reject)
        .end()
    })

  test.each([
    ['/blog/lgovsm', ['&lt;script&gt;', 'newer']],
    ['/blog/lgovsm/by-date', ['newer', '&lt;script&gt;']],
  ])('%s', async (path, order) => {
    const { page } = await get(path)
    const places = order.map((words) => page.indexOf(words))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(page).not.toContain('<script')
    expect(page).toContain('replier replied: Yes')
  })

  test('one post', async () => {
    const { page } = await get(`/blog/lgovsm/${tumblr.posts()[0]?.id}`)
    expect(page).toContain('#lgovsm')
    expect(page).not.toContain('&lt;script')
  })

  test.each(['/blog/nobody', '/blog/lgovsm/7', '/'])('%s is not there', async (path) => {
    expect((await get(path)).status).toBe(404)
  })

  test('looking costs no call', () => {
    expect(tumblr.calls).toEqual([])
  })
})
