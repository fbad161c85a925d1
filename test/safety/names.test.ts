import { expect, test } from 'vitest'
import { nameOf } from '../../scripts/model/person.ts'
import { whoSaid } from '../../templates/parts/byline.ts'
import { printable } from '../../templates/parts/clean.ts'

test.each([
  ['spaces', '   '],
  ['no-break spaces', '\u00a0\u00a0'],
  ['ideographic spaces', '\u3000'],
  ['zero-width spaces', '\u200b\u200b'],
  ['Hangul filler', '\u3164'],
  ['Braille blank', '\u2800'],
  ['soft hyphen', '\u00ad'],
  ['variation selector', '\ufe0f'],
  ['override', '\u202e'],
  ['control characters', '\u0001\u0007'],
])('somebody whose name is made of %s is called by the handle', (_, name) => {
  expect(nameOf({ id: '1', handle: 'sam', name })).toBe('@sam')
  expect(String(whoSaid({ handle: 'sam', name }, 'Name not available'))).toBe('<b>@sam</b>')
  expect(String(whoSaid({ handle: undefined, name }, 'Name not available'))).toBe('<b>Name not available</b>')
})

test('a letter keeps the marks that languages have, and not thousands', () => {
  expect(printable('Việt Nam, ก็ ཧཱུྃ')).toBe('Việt Nam, ก็ ཧཱུྃ')
  expect(printable(`Z${'\u0301'.repeat(5000)}!`)).toBe(`Z${'\u0301'.repeat(10)}!`)
})
