import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import OAuth from 'oauth-1.0a'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { baseString, createSignatureCheck, type Keys, sign } from '../../../scripts/demo/tumblr/oauth.ts'
import { startTumblr, type Tumblr } from '../../../scripts/demo/tumblr/stand-in.ts'
import { ask, signer, toRequest } from './ask.ts'

/** Characters that have to be encoded, in the secrets too. */
const keys: Keys = { consumerKey: 'key', consumerSecret: "s&c=r'e t", token: 'token', tokenSecret: 'ünd+%' }
const base = 'https://127.0.0.1:8443/v2/blog/lgovsm/posts'
const urls = [
  base,
  `${base}?npf=true&limit=20`,
  `${base}?tag=a+b`,
  `${base}?tag=a%20b&tag=a&b=2&a10=1&a9=1`,
  `${base}?tag%5B0%5D=snow&tag%5B1%5D=ice`,
  `${base}?tag=it's+(c)!*~-._%26%3D%25`,
  `${base}?tag=%E2%98%83%F0%9F%98%80&empty=`,
  'https://api.tumblr.com:443/v2/user/info',
]

const library = new OAuth({
  consumer: { key: keys.consumerKey, secret: keys.consumerSecret },
  signature_method: 'HMAC-SHA1',
  hash_function: (text, key) => createHmac('sha1', key).update(text).digest('base64'),
})
const token = { key: keys.token, secret: keys.tokenSecret }

describe.each(urls)('%s', (url) => {
  test('is signed as the independent library signs it', () => {
    const data = {
      oauth_consumer_key: keys.consumerKey,
      oauth_nonce: 'n0nce',
      oauth_signature_method: 'HMAC-SHA1',
      oauth_timestamp: 1_292_590_800,
      oauth_token: keys.token,
      oauth_version: '1.0',
    }
    const given = new Map(Object.entries(data).map(([name, value]) => [name, String(value)]))
    const theirs = library.getSignature(toRequest('POST', url), token.secret, data)
    expect(sign(baseString({ method: 'post', url }, given), keys)).toBe(theirs)
  })

  test('is accepted when the independent library has signed it', () => {
    const check = createSignatureCheck(keys, Date.now)
    const header = library.toHeader(library.authorize(toRequest('GET', url), token)).Authorization
    expect(check({ method: 'GET', url, header })).toBeUndefined()
  })
})

test('any query is signed alike', () => {
  const given = new Map([
    ['oauth_consumer_key', keys.consumerKey],
    ['oauth_nonce', 'n0nce'],
  ])
  const words = fc.string({ unit: 'grapheme', maxLength: 8 })
  fc.assert(
    fc.property(fc.array(fc.tuple(words, words), { maxLength: 6 }), (pairs) => {
      fc.pre(!pairs.some(([name]) => name === '' || name === '__proto__'))
      const url = `${base}?${new URLSearchParams(pairs)}`
      const data = Object.fromEntries(given) as unknown as OAuth.Data
      expect(baseString({ method: 'GET', url }, given)).toBe(
        library.getBaseString(toRequest('GET', url), data),
      )
    }),
  )
})

describe('what is wrong is told', () => {
  const now = Date.parse('2026-01-02T03:04:05Z')
  const url = `${base}?npf=true`
  const signed = (change: Record<string, string> = {}, at = now) => {
    const data = {
      oauth_consumer_key: keys.consumerKey,
      oauth_nonce: 'n0nce',
      oauth_signature_method: 'HMAC-SHA1',
      oauth_timestamp: Math.floor(at / 1000),
      oauth_token: keys.token,
      oauth_version: '1.0',
      ...change,
    }
    const oauth_signature = library.getSignature(toRequest('GET', url), token.secret, data)
    return library.toHeader({ ...data, oauth_signature }).Authorization
  }
  const check = () => createSignatureCheck(keys, () => now)

  test.each([
    ['right', signed(), undefined],
    ['300 s early', signed({}, now - 300_000), undefined],
    ['300 s late', signed({}, now + 300_000), undefined],
    ['301 s early', signed({}, now - 301_000), 'timestamp'],
    ['301 s late', signed({}, now + 301_000), 'timestamp'],
    ['no time', signed({ oauth_timestamp: '' }), 'timestamp'],
    ['another key', signed({ oauth_consumer_key: 'other' }), 'consumer key'],
    ['another token', signed({ oauth_token: 'other' }), 'token'],
    ['another method', signed({ oauth_signature_method: 'PLAINTEXT' }), 'signature method'],
    ['another version', signed({ oauth_version: '2.0' }), 'version'],
    ['no nonce', signed({ oauth_nonce: '' }), 'nonce'],
    ['no signature', signed().replace(/oauth_signature="[^"]*"/, ''), 'signature'],
    ['a changed nonce', signed().replace('n0nce', 'n1nce'), 'signature'],
    ['a bearer', 'Bearer token', 'signature method'],
    ['nothing', '', 'signature method'],
  ])('%s', (_, header, wrong) => {
    expect(check()({ method: 'GET', url, header })).toBe(wrong)
  })

  test.each([
    ['method', 'POST', url],
    ['query', 'GET', `${base}?npf=false`],
    ['path', 'GET', `${base}/1?npf=true`],
    ['host', 'GET', url.replace('8443', '8444')],
  ])('a signature holds for its own %s only', (_, method, other) => {
    expect(check()({ method, url: other, header: signed() })).toBe('signature')
  })

  test('a signature is good once', () => {
    const once = check()
    expect(once({ method: 'GET', url, header: signed() })).toBeUndefined()
    expect(once({ method: 'GET', url, header: signed() })).toBe('nonce')
    expect(once({ method: 'GET', url, header: signed({ oauth_nonce: 'another' }) })).toBeUndefined()
  })
})

describe('over https', () => {
  let tumblr: Tumblr
  beforeAll(async () => {
    tumblr = await startTumblr({ now: '2010-12-20T09:00:00Z' })
  })
  afterAll(() => tumblr.close())

  test('signed by the independent library', async () => {
    expect((await ask(tumblr, 'user/info')).status).toBe(200)
    expect((await ask(tumblr, 'blog/lgovsm/posts', { query: { tag: "it's (c)! ☃" } })).status).toBe(200)
  })

  test('replayed', async () => {
    const authorization = signer(tumblr)('GET', `${tumblr.url}/v2/user/info`)
    expect((await ask(tumblr, 'user/info', { authorization })).status).toBe(200)
    const again = await ask(tumblr, 'user/info', { authorization })
    expect([again.status, again.meta, again.code]).toEqual([401, { status: 401, msg: 'Unauthorized' }, 1016])
  })

  test.each([
    ['blog/lgovsm/info', 'sample-consumer-key', 200],
    ['blog/lgovsm/posts', 'sample-consumer-key', 200],
    ['blog/lgovsm/posts/text', 'sample-consumer-key', 200],
    ['blog/lgovsm/info', 'guessed', 401],
    ['blog/lgovsm/posts/submission', 'sample-consumer-key', 401],
    ['blog/lgovsm/posts/draft', 'sample-consumer-key', 401],
    ['blog/lgovsm/posts/1', 'sample-consumer-key', 401],
    ['user/info', 'sample-consumer-key', 401],
  ])('%s with only the key %s: %i', async (path, api_key, status) => {
    expect((await ask(tumblr, path, { query: { api_key }, authorization: false })).status).toBe(status)
  })

  test('no key ever stands in the list of calls', () => {
    expect(JSON.stringify(tumblr.calls)).not.toMatch(/sample-(consumer|token)|guessed/)
  })
})
