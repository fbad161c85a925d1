import { expect, test } from 'vitest'
import { findPlace } from '../../scripts/model/publish-to.ts'
import { formatSftp, parseSftp } from '../../scripts/model/sftp-address.ts'

// biome-ignore format: a table
test.each([
  ['anna@example.org:public_html', 'anna', 'example.org', 22, 'public_html', 'anna@example.org:public_html'],
  ['anna@example.org:/var/www/my chats', 'anna', 'example.org', 22, '/var/www/my chats', 'anna@example.org:/var/www/my chats'],
  ['example.org:', undefined, 'example.org', 22, '.', 'example.org:.'],
  ['anna@example.org:~/site', 'anna', 'example.org', 22, 'site', 'anna@example.org:site'],
  ['anna@[2001:db8::1]:site', 'anna', '2001:db8::1', 22, 'site', 'anna@[2001:db8::1]:site'],
  ['sftp://anna@example.org/var/www', 'anna', 'example.org', 22, '/var/www', 'anna@example.org:/var/www'],
  ['sftp://anna@example.org:2222/var/my%20chats', 'anna', 'example.org', 2222, '/var/my chats', 'sftp://anna@example.org:2222/var/my chats'],
  ['SFTP://example.org:2222/~/site', undefined, 'example.org', 2222, 'site', 'sftp://example.org:2222/~/site'],
  ['sftp://anna@[::1]:2222/site', 'anna', '::1', 2222, '/site', 'sftp://anna@[::1]:2222/site'],
])('%s', (text, user, host, port, path, shown) => {
  const address = parseSftp(text)
  expect(address).toEqual({ user, host, port, path })
  expect(address && formatSftp(address)).toBe(shown)
})

test.each([
  '',
  'public_html',
  '../public',
  'example.org/public',
  '-oProxyCommand=x:site',
  'anna@-oProxyCommand=x:site',
  '-l@example.org:site',
  'sftp://example.org',
  'sftp://anna@example.org/',
  'https://example.org/site',
  'anna@example.org:a\nb',
])('%j is no place on a server', (text) => {
  expect(parseSftp(text)).toBeUndefined()
})

test.each(['sftp://anna:secret@example.org/site', 'anna:secret@example.org:site'])(
  'a password in %s is refused, and not said again',
  (text) => {
    expect(() => parseSftp(text)).toThrow(/^an address with a password .* PUBLISH_PASSWORD=…$/)
  },
)

test.each([
  [['pages'], { kind: 'pages' }],
  [['folder', '../My web space'], { kind: 'folder', path: '../My web space' }],
  [
    ['sftp', 'anna@example.org:site'],
    { kind: 'sftp', user: 'anna', host: 'example.org', port: 22, path: 'site' },
  ],
  [
    ['sftp://example.org/site'],
    { kind: 'sftp', user: undefined, host: 'example.org', port: 22, path: '/site' },
  ],
  [['sftp'], undefined],
  [['folder', ''], undefined],
  [['folder', 'a', 'b'], undefined],
  [['pages', 'x'], undefined],
  [['ftp', 'x'], undefined],
  [[], undefined],
])('%j', (words, place) => {
  expect(findPlace(words)).toEqual(place)
})
