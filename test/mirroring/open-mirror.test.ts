import { expect, test } from 'vitest'
import { mirrored, withMirror } from '../../scripts/mirroring/open-mirror.ts'
import { chat } from '../builders.ts'
import { scratch } from '../commands/command.ts'

const keys = {
  TUMBLR_CONSUMER_KEY: 'a',
  TUMBLR_CONSUMER_SECRET: 'b',
  TUMBLR_TOKEN: 'c',
  TUMBLR_TOKEN_SECRET: 'd',
}
const blog = 'tumblr: lgovsm'

test.each([
  ['wordpress', blog, keys, /^npm run mirror: there is no mirror "wordpress": there is tumblr$/],
  [
    'tumblr',
    '',
    keys,
    /^content\/site\.yaml: say which blog is meant \(tumblr: NAME\); see docs\/tumblr\.md$/,
  ],
  [
    'tumblr',
    'tumblr: my blog',
    keys,
    /^content\/site\.yaml:1: tumblr: "my blog".*write the name of the blog on Tumblr/,
  ],
  [
    'tumblr',
    blog,
    {},
    /^Tumblr: TUMBLR_CONSUMER_KEY, .*TUMBLR_TOKEN_SECRET are missing: put them into \.env/,
  ],
  ['tumblr', blog, { ...keys, TUMBLR_TOKEN: '' }, /^Tumblr: TUMBLR_TOKEN is missing: put it into \.env/],
  ['tumblr', blog, { ...keys, TUMBLR_TOKEN: 'a b' }, /^TUMBLR_TOKEN holds a space/],
  [
    'tumblr',
    blog,
    { ...keys, TUMBLR_API_URL: 'http://127.0.0.1:1' },
    /^TUMBLR_API_URL: http:\S+ is no address of an API/,
  ],
])('%s, %j, %j', (name, site, env, sentence) => {
  const { root, remove } = scratch({ 'content/site.yaml': site })
  expect(() => withMirror(name, { root, env }, () => undefined)).toThrow(sentence)
  remove()
})

test.each([
  'lgovsm',
  'LGOVSM',
  'lgovsm.tumblr.com',
  'https://lgovsm.tumblr.com/',
  'https://www.tumblr.com/lgovsm',
  '@lgovsm',
])('a blog is named as %s', (text) => {
  const { root, remove } = scratch({ 'content/site.yaml': `tumblr: "${text}"` })
  expect(withMirror('tumblr', { root, env: keys }, ({ place }) => place)).toBe('lgovsm.tumblr.com')
  remove()
})

test.each([
  [undefined, ['real']],
  ['https://api.tumblr.com', ['real']],
  ['https://127.0.0.1.example.org', ['real']],
  ['https://127.0.0.1:8443', ['real', 'sample']],
])('with the API at %s the chats %j are mirrored', (address, expected) => {
  const chats = [chat({ name: 'real' }), chat({ name: 'sample', sample: true })]
  expect(mirrored(chats, { TUMBLR_API_URL: address }).map(({ name }) => name)).toEqual(expected)
})
