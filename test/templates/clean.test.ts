import { expect, test } from 'vitest'
import { clean, cleanLine, isolated } from '../../templates/parts/clean.ts'

test.each([
  ['controls go', 'a\u0000b\u0007c\u009fd\ufffee', 'abcde'],
  ['line breaks stay, all kinds as one', 'a\r\nb\rc\u2028d\ne', 'a\nb\nc\nd\ne'],
  ['half of a pair goes', 'a\ud83db', 'ab'],
  ['emoji and their joiners stay', '👩‍💻🏽', '👩‍💻🏽'],
])('%s', (_, value, cleaned) => {
  expect(clean(value)).toBe(cleaned)
})

test.each([
  ['plain', 'Sam', 'Sam'],
  ['HTML', '<b>"Sam" & Co', '&lt;b&gt;"Sam" &amp; Co'],
  ['over two lines', ' Sam\n Jones ', 'Sam Jones'],
  ['an override stays inside', 'Sam \u202emaS', '<bdi>Sam \u202emaS</bdi>'],
  ['a way out is closed', 'Sam\u2069\u202emaS', '<bdi>Sam\u202emaS</bdi>'],
  ['a pair inside stays', '\u2067Sam\u2069', '<bdi>\u2067Sam\u2069</bdi>'],
  ['right to left', 'סם', '<bdi>סם</bdi>'],
])('a name: %s', (_, name, shown) => {
  expect(isolated(name).toString()).toBe(shown)
})

test('a line has no breaks', () => {
  expect(cleanLine('\ta\n\nb ')).toBe('a b')
})
