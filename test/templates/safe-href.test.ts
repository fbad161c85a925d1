import { expect, test } from 'vitest'
import { findHref } from '../../templates/parts/safe-href.ts'

test.each([
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  '//example.org/',
  '/about/',
  'https://',
  '',
])('%j leads nowhere', (address) => {
  expect(findHref(address)).toBeUndefined()
})

test.each(['http://example.org', 'mailto:sam@example.org', 'HTTPS://example.org/'])(
  '%s is kept',
  (address) => {
    expect(findHref(address)).toBe(address)
  },
)

test('what no address may hold stands as a number', () => {
  expect(findHref('https://example.org/a|b?c="<>')).toBe('https://example.org/a%7Cb?c=%22%3C%3E')
})
