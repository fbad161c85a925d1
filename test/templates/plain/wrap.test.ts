import fc from 'fast-check'
import { expect, test } from 'vitest'
import { displayWidth } from '../../../templates/parts/plain/width.ts'
import { wrap } from '../../../templates/parts/plain/wrap.ts'

test.each([
  ['', 0],
  ['Sam', 3],
  ['Siân', 4],
  ['Sia\u0302n', 4],
  [`Z${'\u0301'.repeat(5000)}`, 1],
  ['王さん', 6],
  ['ｌｇ', 4],
  ['👍', 2],
  ['👍🏽', 2],
  ['👩‍👩‍👧‍👦', 2],
  ['❤️', 2],
  ['🏴󠁧󠁢󠁷󠁬󠁳󠁿', 2],
  ['🇬🇧', 2],
  ['a\u200bb', 2],
])('%s takes %i columns', (text, columns) => {
  expect(displayWidth(text)).toBe(columns)
})

test.each([
  ['one two three', 8, ['one two', 'three']],
  ['one\ntwo', 8, ['one', 'two']],
  ['', 8, ['']],
  ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
  ['see https://example.gov.uk/survey?x=1 now', 8, ['see', 'https://example.gov.uk/survey?x=1', 'now']],
  ['王王王王王', 4, ['王王', '王王', '王']],
  ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 4, ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦']],
])('%s is wrapped at %i columns', (text, columns, lines) => {
  expect(wrap(text, columns)).toEqual(lines)
})

test('no line is too wide and nothing but spaces is lost', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.integer({ min: 4, max: 80 }),
      (text, columns) => {
        const lines = wrap(text, columns)
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns)
        expect(lines.join('').replace(/[ \n]/g, '')).toBe(text.replace(/[ \n]/g, ''))
      },
    ),
  )
})
