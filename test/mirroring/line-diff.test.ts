import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffLines } from '../../scripts/mirroring/line-diff.ts'

const shown = (before: string, after: string) =>
  diffLines([...before], [...after])
    .map(({ sign, text }) => sign + text)
    .join('')

test.each([
  ['', '', ''],
  ['a', 'a', ' a'],
  ['a', 'b', '-a+b'],
  ['abc', 'ac', ' a-b c'],
  ['ac', 'abc', ' a+b c'],
  ['abc', 'xbz', '-a+x b-c+z'],
])('%j to %j', (before, after, expected) => {
  expect(shown(before, after)).toBe(expected)
})

test('what is left and what is kept are the text before; what is new and what is kept the text after', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const diff = diffLines(before, after)
      expect(diff.filter(({ sign }) => sign !== '+').map(({ text }) => text)).toEqual(before)
      expect(diff.filter(({ sign }) => sign !== '-').map(({ text }) => text)).toEqual(after)
    }),
  )
})
