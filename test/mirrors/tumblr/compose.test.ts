import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { parseSite } from '../../../scripts/content/site-settings.ts'
import type { Picture } from '../../../scripts/mirrors/mirror.ts'
import { caps, fits, weigh } from '../../../scripts/mirrors/tumblr/caps.ts'
import { compose } from '../../../scripts/mirrors/tumblr/compose.ts'
import type { Media } from '../../../scripts/model/post.ts'
import type { FiledPost } from '../../../scripts/model/session.ts'
import { noWays } from '../../../scripts/model/take-part.ts'
import { filed, post, sentIn } from '../../builders.ts'
import { source } from './source.ts'

const many = (
  count: number,
  options: (index: number) => Parameters<typeof post>[0] = () => ({}),
): FiledPost[] =>
  Array.from({ length: count }, (_, index) =>
    filed(post({ id: String(1000 + index), at: '13:01:00', ...options(index) })),
  )

const link = (n: number) => ({
  url: `https://t.co/${n}`,
  target: `https://example.org/${n}`,
  display: `example.org/${n}`,
})
const photo = (file: string | undefined): Media => ({
  kind: 'photo',
  url: 'https://pbs.twimg.com/1.jpg',
  file,
  alt: 'A sledge',
  width: 1,
  height: 1,
})

const jpeg: Picture = { path: '/tmp/1.jpg', digest: 'abc' }

const keys = (of: Parameters<typeof source>) => compose(source(...of)).map(({ key }) => key)

test('a session reads as a conversation in one post', () => {
  const dave = { at: '13:02:11', id: '1', author: { id: '7', handle: 'dave', name: 'Dave' } }
  const answers = [
    filed(post({ ...dave, text: ['A1 See ', link(1), ' #lgovsm'] })),
    filed(post({ at: '13:04:00', id: '2', by: 'sam', text: '@dave Yes', replyTo: '1', replyToUser: '7' })),
    filed(post({ at: '14:10:00', id: '3', by: 'jo', text: 'Late' })),
  ]
  const [piece, ...others] = compose(source([answers], { about: { summary: 'We *met*.', tags: ['snow'] } }))
  expect(others).toEqual([])
  expect(piece).toMatchObject({
    key: 'all',
    slug: 'lgovsm-2010-12-17',
    at: '2010-12-17T13:00:00Z',
    tags: ['lgovsm', '2010', 'snow'],
  })
  expect(piece?.lines).toEqual([
    'Snow',
    'Friday 17 December 2010, 13:00 to 13:20. All times are London time (GMT).',
    '3 posts by 3 people.',
    'We met.',
    'Q1: Question 1?',
    'Dave 13:02',
    'A1 See https://example.org/1',
    'sam 13:04 · to Dave, 13:02',
    'Yes',
    'Afterwards',
    'jo 14:10',
    'Late',
    'Take part',
    'To take part, post with #lgovsm.',
    'The whole session, the people and the links: https://example.org/archive/lgovsm/2010-12-17/',
    'The archive of all sessions: https://example.org/archive/',
  ])
})

test('what was sent in says how it came, once, and the end says how to send more', () => {
  const relay = post({ at: '13:06:00', id: '9', by: 'host', text: 'A1 Gwen, by e-mail: Libraries' })
  const answers = [
    filed(sentIn({ at: '13:04:00', name: 'Gwen', text: 'Libraries' }), { relay: relay.id }),
    filed(relay),
    filed(sentIn({ id: 'form:1', at: '2010-12-20T09:15:00Z', text: 'Parks' })),
  ]
  const takePart = { ...noWays, email: 'ask@example.org' }
  const site = { ...source([answers]).site, takePart }
  const [piece] = compose(source([answers], { site }))
  expect(piece?.lines).toEqual(
    expect.arrayContaining([
      'Gwen 13:04 · by e-mail',
      'Libraries',
      'Afterwards',
      'Anonymous 09:15 · by form, 20 December 2010',
      'Parks',
      'To answer from off the network, write to ask@example.org with [lgovsm 2010-12-17] in the subject, and the number of the question.',
    ]),
  )
  expect(JSON.stringify(piece)).not.toContain('13:06')
})

describe('what is not for others to see', () => {
  test.each([
    ['hidden', filed(post({ text: 'secret' }), { hidden: true })],
    ['removed', filed(post({ text: 'secret', removed: true }))],
  ])('%s', (_, item) => {
    const [piece] = compose(source([[item, filed(post({ at: '13:05:00', text: 'shown' }))]]))
    expect(piece?.lines).toContain('shown')
    expect(JSON.stringify(piece)).not.toContain('secret')
  })

  test('nothing said, nothing there', () => {
    expect(compose(source([[filed(post({ removed: true }))]]))).toEqual([])
  })
})

describe('at the edge of the caps', () => {
  // Around the answers of one post stand 3 blocks above and 3 below; of one that is a part, 2 above.
  test.each([
    [994, ['all']],
    [995, ['summary', 'q1']],
    [996, ['summary', 'q1', 'q1-2']],
  ])('%i answers', (count, expected) => {
    expect(keys([[many(count)]])).toEqual(expected)
  })

  // Two links of its own lead to the archive.
  test.each([
    [98, ['all']],
    [99, ['summary', 'q1', 'q1-2']],
  ])('%i links', (count, expected) => {
    expect(keys([[many(count, (n) => ({ text: [link(n)] }))]])).toEqual(expected)
  })

  test.each([
    [30, ['all']],
    [31, ['summary', 'q1', 'q1-2']],
  ])('%i pictures', (count, expected) => {
    const pictures = new Map([['media/1.jpg', jpeg]])
    expect(keys([[many(count, () => ({ media: [photo('media/1.jpg')] }))], { pictures }])).toEqual(expected)
  })

  test('a megabyte', () => {
    const pieces = compose(source([many(300, () => ({ text: '🐑'.repeat(4000) }))]))
    expect(pieces.length).toBeGreaterThan(5)
    for (const { blocks } of pieces) expect(fits(weigh(blocks))).toBe(true)
  })

  test('an answer of 200 links close together keeps each of them', () => {
    const text = Array.from({ length: 200 }, (_, n) => [link(n), ' ']).flat()
    const pieces = compose(source([[filed(post({ text }))]]))
    for (const { blocks } of pieces) expect(fits(weigh(blocks))).toBe(true)
    const sent = JSON.stringify(pieces.map(({ blocks }) => blocks))
    for (let n = 0; n < 200; n++) expect(sent).toContain(`"url":"https://example.org/${n}"`)
  })

  test('a post beyond every cap is parted, and keeps every word', () => {
    const text = Array.from({ length: 400 }, (_, n) => [link(n), ' and '.repeat(2000)]).flat()
    const pieces = compose(source([[filed(post({ text }))]]))
    for (const { blocks } of pieces) expect(fits(weigh(blocks))).toBe(true)
    const said = pieces.flatMap(({ lines }) => lines).join(' ')
    const sent = JSON.stringify(pieces.map(({ blocks }) => blocks))
    for (let n = 0; n < 400; n++) {
      expect(said).toContain(`https://example.org/${n} `)
      expect(sent).toContain(`"url":"https://example.org/${n}"`)
    }
    expect(said.match(/\band\b/g)?.length).toBeGreaterThanOrEqual(800_000)
  })
})

test('in parts each is complete in itself, dated so that a blog shows the first on top', () => {
  const pieces = compose(source([many(400), many(400), many(400)]))
  expect(
    pieces.map(({ slug, at, lines }) => [slug, at, lines[0], lines.find((line) => line.startsWith('Part'))]),
  ).toEqual([
    ['lgovsm-2010-12-17-summary', '2010-12-17T13:00:59Z', 'Snow', expect.stringContaining('Part 1 of 4')],
    [
      'lgovsm-2010-12-17-q1',
      '2010-12-17T13:00:58Z',
      'Q1: Question 1?',
      expect.stringContaining('Part 2 of 4 · Friday 17 December 2010'),
    ],
    [
      'lgovsm-2010-12-17-q2',
      '2010-12-17T13:00:57Z',
      'Q2: Question 2?',
      expect.stringContaining('Part 3 of 4'),
    ],
    [
      'lgovsm-2010-12-17-q3',
      '2010-12-17T13:00:56Z',
      'Q3: Question 3?',
      expect.stringContaining('Part 4 of 4'),
    ],
  ])
  for (const { lines } of pieces)
    expect(lines.join(' ')).toMatch(/Take part.*https:\/\/example\.org\/archive\/lgovsm\/2010-12-17\//)
})

test('a picture that is there is uploaded with its description, another one is said in words', () => {
  const pictures = new Map([['media/1.jpg', jpeg]])
  const media = [photo('media/1.jpg'), photo(undefined)]
  const [piece] = compose(source([[filed(post({ media }))]], { pictures }))
  expect(piece?.pictures).toBe(1)
  expect(piece?.blocks).toContainEqual({ type: 'image', picture: jpeg, alt_text: 'A sledge' })
  expect(piece?.lines).toContain('[Picture: A sledge] https://pbs.twimg.com/1.jpg')
})

test.each<[string, Partial<Picture>, boolean]>([
  ['the same picture on another computer', { path: `/home/somebody/${'x'.repeat(4000)}/1.jpg` }, true],
  ['other bytes under the same name', { digest: 'def' }, false],
])('%s', (_, other, isSame) => {
  const media = Array.from({ length: 20 }, () => photo('media/1.jpg'))
  const of = (picture: Picture) => {
    const pictures = new Map([['media/1.jpg', picture]])
    const answers = [filed(post({ media })), ...many(200, () => ({ text: 'x'.repeat(4000) }))]
    return compose(source([answers], { pictures })).map(({ key, hash }) => ({ key, hash }))
  }
  expect(isDeepStrictEqual(of({ ...jpeg, ...other }), of(jpeg))).toBe(isSame)
})

test('caps are those of the documentation', () => {
  expect(caps).toMatchObject({ blocks: 1000, links: 100, pictures: 30 })
  expect(caps.bytes).toBeLessThan(1_000_000)
})

test('it ends in the ways to take part that the host set up, those of its question where it is a part', () => {
  const takePart =
    'take_part:\n  email: ask@example.org\n  form: https://forms.example.org/f\n  tumblr: https://lgovsm.tumblr.com/ask\n'
  const site = parseSite(`address: https://example.org/archive/\n${takePart}`)
  const [whole] = compose(source([many(3)], { site }))
  expect(whole?.lines.slice(-5)).toEqual([
    'To take part, post with #lgovsm.',
    'To answer from off the network, write to ask@example.org with [lgovsm 2010-12-17] in the subject, and the number of the question.',
    expect.stringMatching(/^Answer by form · on Tumblr\. The host reads it first/),
    'The whole session, the people and the links: https://example.org/archive/lgovsm/2010-12-17/',
    'The archive of all sessions: https://example.org/archive/',
  ])
  const [, first] = compose(source([many(600), many(600)], { site }))
  expect(first?.lines.slice(-4)).toEqual([
    expect.stringContaining('[lgovsm 2010-12-17 Q1] in the subject'),
    expect.stringMatching(/^Answer Q1 by form · on Tumblr\./),
    expect.anything(),
    expect.anything(),
  ])
  expect(JSON.stringify(first?.blocks)).toContain(
    '"url":"https://example.org/archive/lgovsm/2010-12-17/answer/#q1"',
  )
})
