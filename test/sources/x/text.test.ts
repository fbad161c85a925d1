import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Run, sourceText } from '../../../scripts/model/post.ts'
import { isNoteEscaped, unescapeText } from '../../../scripts/sources/x/escapes.ts'
import { postOf } from './answers.ts'

type Entity = {
  start: number
  end: number
  url: string
  expanded_url?: string | null
  display_url?: string | null
}

const tco = 'https://t.co/abc'
const entity = (start: number, more: Partial<Entity> = {}): Entity => ({
  start,
  end: start + tco.length,
  url: tco,
  expanded_url: 'https://example.gov.uk/x?a=1&b=2',
  display_url: 'example.gov.uk/x?a=1…',
  ...more,
})
const link = { url: tco, target: 'https://example.gov.uk/x?a=1&b=2', display: 'example.gov.uk/x?a=1…' }

const cases: readonly [string, string, readonly Entity[] | null | undefined, readonly Run[]][] = [
  ['escapes', 'a &amp;lt; b &lt; c &gt; &quot;', [], ['a &lt; b < c > &quot;']],
  ['a link behind escapes', `&amp; ${tco} &amp;`, [entity(6)], ['& ', link, ' &']],
  ['a link behind emoji, by code points', `👩‍👩‍👧 ${tco}`, [entity(6)], ['👩‍👩‍👧 ', link]],
  ['nothing but a link', tco, [entity(0)], [link]],
  ['four pictures under one address', `x ${tco}`, [entity(2), entity(2), entity(2)], ['x ', link]],
  ['one address twice', `${tco} ${tco}`, [entity(17), entity(0)], [link, ' ', link]],
  ['offsets that are wrong', `See ${tco}!`, [entity(0)], ['See ', link, '!']],
  ['offsets beyond the text', `See ${tco}`, [entity(400)], ['See ', link]],
  ['negative offsets', `See ${tco}`, [entity(-3)], ['See ', link]],
  ['an address that is nowhere', 'Learn more.', [entity(0, { end: 10 })], ['Learn more.']],
  ['another case', 'HTTPS://T.CO/ABC', [entity(0)], [{ ...link, url: 'HTTPS://T.CO/ABC' }]],
  [
    'an address from before t.co',
    'http://a.org/?a=1&amp;b=2 so',
    [{ start: 0, end: 25, url: 'http://a.org/?a=1&b=2', expanded_url: null, display_url: null }],
    [{ url: 'http://a.org/?a=1&b=2', target: 'http://a.org/?a=1&b=2', display: 'a.org/?a=1&b=2' }, ' so'],
  ],
  ['a script', `x ${tco}`, [entity(2, { expanded_url: 'javascript:alert(1)' })], [`x ${tco}`]],
  ['a script with a line break', tco, [entity(0, { expanded_url: 'java\nscript:alert(1)' })], [tco]],
  [
    'an address with quotes',
    tco,
    [entity(0, { expanded_url: 'https://a.org/"onclick=<`' })],
    [{ ...link, target: 'https://a.org/%22onclick=%3C%60' }],
  ],
  [
    'a backslash, which is a slash to some',
    tco,
    [entity(0, { expanded_url: 'https://a.org\\\\@b.org' })],
    [tco],
  ],
  ['no host', tco, [entity(0, { expanded_url: 'https://' })], [tco]],
  [
    'links that nobody listed',
    `see ${tco} and www.a.org, or music.In`,
    undefined,
    [
      'see ',
      { url: tco, target: tco, display: 't.co/abc' },
      ' and ',
      { url: 'www.a.org', target: 'http://www.a.org', display: 'a.org' },
      ', or music.In',
    ],
  ],
  ['an empty list of links', 'see www.a.org', null, ['see www.a.org']],
  ['an empty text', '', [], []],
  ['NUL and half a character', 'a\0b\uD83D c', [], ['a\uFFFDb\uFFFD c']],
  ['half a character before a link', `\uD83D ${tco}`, [entity(2)], ['\uFFFD ', link]],
]

describe('text', () => {
  test.each(cases)('%s', (_, text, urls, runs) => {
    const entities = urls === undefined ? undefined : { urls, hashtags: null }
    expect(postOf({ text, entities }).text).toEqual(runs)
  })

  test('broken entities are passed over', () => {
    expect(postOf({ text: `x ${tco}`, entities: { urls: [null, 3, { url: 5 }, entity(2)] } }).text).toEqual([
      'x ',
      link,
    ])
    expect(postOf({ text: 'x', entities: [] }).text).toEqual(['x'])
  })

  test('no character is lost or changed, wherever the links stand', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(tco, '&', '<', '&amp;', 'http://a.org/?a&b'),
    )
    const wild = fc.record({
      start: fc.integer({ min: -2, max: 60 }),
      end: fc.integer({ min: -2, max: 90 }),
      url: fc.constantFrom(tco, '', 'x'),
    })
    fc.assert(
      fc.property(fc.array(piece), fc.array(wild), fc.boolean(), (pieces, urls, hasEntities) => {
        const said = pieces.join('')
        const text = said.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
        const post = postOf({ text, entities: hasEntities ? { urls } : undefined })
        expect(sourceText(post)).toBe(Buffer.from(said).toString().replaceAll('\0', '\uFFFD'))
        const pairs = post.text.map((run, index) => [run, post.text[index + 1]])
        expect(pairs.some(([a, b]) => a === '' || (typeof a === 'string' && typeof b === 'string'))).toBe(
          false,
        )
      }),
    )
  })
})

/* No recording holds a long post: these are made after the schema of note_tweet and note_post. */
describe('a long post', () => {
  const short = 'Councils &amp; people… https://t.co/zzz'

  test.each([
    ['escaped', 'Councils &amp; people: 1 &lt; 2, and the rest', 'Councils & people: 1 < 2, and the rest'],
    ['not escaped', 'Councils & people: 1 < 2, and the rest', 'Councils & people: 1 < 2, and the rest'],
    ['not escaped, about escapes', 'Councils & people: write &amp;lt;', 'Councils & people: write &amp;lt;'],
  ])('%s comes whole', (_, text, said) => {
    const urls = [{ start: 23, end: 38, url: 'https://t.co/zzz' }]
    expect(sourceText(postOf({ text: short, entities: { urls }, note_tweet: { text } }))).toBe(said)
  })

  test('has links of its own, behind the first 280 characters too', () => {
    const text = `${'Words. '.repeat(60)}${tco}`
    const note = { text, entities: { urls: [entity(420)] } }
    expect(postOf({ text: short, note_tweet: note }).text).toEqual(['Words. '.repeat(60), link])
    expect(postOf({ text: short, note_post: note }).text).toEqual(['Words. '.repeat(60), link])
  })

  test('agrees with its short form about escapes', () => {
    expect(isNoteEscaped('&amp; so on', '&amp;amp; so…')).toBe(false)
    expect(isNoteEscaped('&amp; so on', '&amp; so…')).toBe(true)
  })
})

test('escapes are undone once', () => {
  expect(unescapeText('&amp;amp;lt;&nbsp;&#39;&AMP;')).toBe('&amp;lt;&nbsp;&#39;&AMP;')
})
