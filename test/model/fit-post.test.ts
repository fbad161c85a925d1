import { expect, test } from 'vitest'
import { cutToFit, fits } from '../../scripts/model/fit-post.ts'

// biome-ignore format: a table
test.each<[what: string, before: string, text: string, after: string, found: string | undefined]>([
  ['what fits', 'A ', 'Snow maps.', ' #a', 'Snow maps.'],
  ['nothing', 'A', '', '#a', ''],
  ['a word', '', `${'x'.repeat(262)} and so on, and more of it`, ' #tag', `${'x'.repeat(262)} and so on…`],
  ['a comma before it', '', `${'x'.repeat(262)} and so, for it and on`, ' #tag', `${'x'.repeat(262)} and so…`],
  ['one long word', 'A ', 'x'.repeat(500), '', `${'x'.repeat(276)}…`],
  ['letters of two', '', '雪'.repeat(300), '', `${'雪'.repeat(139)}…`],
  ['a short word before a long one', '', `Q1 ${'雪'.repeat(300)}`, '', `Q1 ${'雪'.repeat(137)}…`],
  ['no room but for the sign', 'x'.repeat(278), 'Snow.', '', '…'],
  ['no room', 'x'.repeat(280), 'Snow.', '', undefined],
])('%s is cut to one post', (_, before, text, after, found) => {
  expect(cutToFit(before, text, after)).toBe(found)
  expect(fits(`${before}${found ?? ''}${after}`)).toBe(true)
})

test('an address weighs what X makes of it', () => {
  expect([fits(`https://example.org/${'a'.repeat(400)} ${'x'.repeat(256)}`), fits('x'.repeat(281))]).toEqual([
    true,
    false,
  ])
})
