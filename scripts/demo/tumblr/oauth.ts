import { createHmac, timingSafeEqual } from 'node:crypto'

export type Keys = {
  readonly consumerKey: string
  readonly consumerSecret: string
  readonly token: string
  readonly tokenSecret: string
}

export type Signed = {
  readonly method: string
  /** Whole, with its query. */
  readonly url: string
  /** The `Authorization` header. */
  readonly header: string
}

/** Seconds that a signature's time may be off. */
const tolerance = 300

/**
 * Checks requests signed by OAuth 1.0 (RFC 5849) with HMAC-SHA1, each of them good once. Says what is wrong,
 * or undefined. Bodies in JSON or in parts are not signed. `now` in milliseconds since 1970.
 */
export function createSignatureCheck(keys: Keys, now: () => number): (signed: Signed) => string | undefined {
  const seen = new Set<string>()
  return ({ method, url, header }) => {
    const given = parseHeader(header)
    const value = (name: string) => given.get(`oauth_${name}`) ?? ''
    if (value('version') !== '' && value('version') !== '1.0') return 'version'
    if (value('signature_method') !== 'HMAC-SHA1') return 'signature method'
    if (value('consumer_key') !== keys.consumerKey) return 'consumer key'
    if (value('token') !== keys.token) return 'token'
    if (!/^\d+$/.test(value('timestamp'))) return 'timestamp'
    if (Math.abs(Number(value('timestamp')) - now() / 1000) > tolerance) return 'timestamp'
    if (value('nonce') === '') return 'nonce'
    if (!isSame(value('signature'), sign(baseString({ method, url }, given), keys))) return 'signature'
    const once = `${value('timestamp')} ${value('nonce')}`
    if (seen.has(once)) return 'nonce'
    seen.add(once)
    return undefined
  }
}

/** The parameters of `OAuth a="b", c="d"`, decoded. */
function parseHeader(header: string): Map<string, string> {
  const [, list = ''] = /^OAuth\s+(.*)$/i.exec(header) ?? []
  const pairs = [...list.matchAll(/([\w%]+)="([^"]*)"/g)]
  return new Map(pairs.map(([, name = '', value = '']) => [decode(name), decode(value)]))
}

/** RFC 5849, 3.4.1: method, address and every parameter but the signature, each encoded, sorted and joined. */
export function baseString(
  { method, url }: Pick<Signed, 'method' | 'url'>,
  given: ReadonlyMap<string, string>,
): string {
  const { origin, pathname, searchParams } = new URL(url)
  const all = [
    ...searchParams,
    ...[...given].filter(([name]) => name !== 'oauth_signature' && name !== 'realm'),
  ]
  const encoded = all.map(([name, value]) => [encode(name), encode(value)] as const)
  const sorted = encoded.sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
  const joined = sorted.map(([name, value]) => `${name}=${value}`).join('&')
  return [method.toUpperCase(), encode(`${origin}${pathname}`), encode(joined)].join('&')
}

export function sign(base: string, { consumerSecret, tokenSecret }: Keys): string {
  return createHmac('sha1', `${encode(consumerSecret)}&${encode(tokenSecret)}`)
    .update(base)
    .digest('base64')
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
