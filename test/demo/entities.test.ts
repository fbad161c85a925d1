import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Marked, mark } from '../../scripts/demo/entities.ts'
import { slices } from './ask.ts'

const wrap = (target: string) => ({
  url: 'https://t.co/abc',
  expanded_url: target,
  display_url: target.slice(8),
})
const marked = (plain: string): Marked => mark(plain, { wrap, userId: () => undefined, trailing: [] })
const literals = (plain: string) => {
  const { text, entities } = marked(plain)
  return slices(text, entities).map((one) => one.slice)
}

describe('mark', () => {
  test.each([
    ['nothing here', []],
    ['#lgovsm', ['#lgovsm']],
    ['😀 #lgovsm', ['#lgovsm']],
    ['R&D <b> #lgovsm & @eg_hattie', ['#lgovsm', '@eg_hattie']],
    ['see https://example.org/a?b=1&c=2.', ['https://t.co/abc']],
    ['(https://example.org/a)', ['https://t.co/abc']],
    ['#1 is a number, #1st is a tag', ['#1st']],
    ['mail me@example.org', []],
    ['&#39; is no tag, a#b neither', []],
    ['#eira_mawr #ŷd', ['#eira_mawr', '#ŷd']],
  ])('%j', (plain, found) => {
    expect(literals(plain)).toEqual(found)
  })

  test('several pictures share one address', () => {
    const picture = { ...wrap('https://x.com/a/status/1/photo/1'), media_key: '3_1' }
    const { text, entities } = mark('Hi', {
      wrap,
      userId: () => undefined,
      trailing: [picture, { ...picture, media_key: '3_2' }],
    })
    expect(text).toBe('Hi https://t.co/abc')
    expect(entities?.urls?.map((one) => [one.start, one.end, one.media_key])).toEqual([
      [3, 19, '3_1'],
      [3, 19, '3_2'],
    ])
  })

  test('whatever the text, entities point at what they name and nothing is lost', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('#tag', ' @name ', '&<>', '😀', ' https://example.org/x '),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const plain = pieces.join('')
        const { text, entities } = marked(plain)
        for (const one of slices(text, entities))
          expect(one.slice.replace('＃', '#').replace('＠', '@')).toBe(one.literal)
        const back = text
          .replaceAll('https://t.co/abc', () => '')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&amp;', '&')
        const links = (entities?.urls ?? []).map((one) => one.expanded_url)
        expect(back).toBe(links.reduce((rest, link) => rest.replace(link, () => ''), plain))
      }),
    )
  })
})
