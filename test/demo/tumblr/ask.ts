import { createHmac } from 'node:crypto'
import { request } from 'node:https'
import OAuth from 'oauth-1.0a'
import type { Tumblr } from '../../../scripts/demo/tumblr/stand-in.ts'

export type Asked = {
  readonly method?: string
  readonly query?: Readonly<Record<string, string>>
  /** Sent as JSON; text and bytes as they are. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** An `Authorization` header to send, or none. */
  readonly authorization?: string | false
}

export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
  readonly meta: { readonly status: number; readonly msg: string }
  readonly response: Record<string, unknown>
  readonly code: unknown
}

/** Signs with a library that shares no code with the stand-in or with Tumblr's client. */
export function signer({ keys }: Pick<Tumblr, 'keys'>) {
  const oauth = new OAuth({
    consumer: { key: keys.consumerKey, secret: keys.consumerSecret },
    signature_method: 'HMAC-SHA1',
    hash_function: (base, key) => createHmac('sha1', key).update(base).digest('base64'),
  })
  return (method: string, url: string): string => {
    const signed = oauth.authorize(toRequest(method, url), { key: keys.token, secret: keys.tokenSecret })
    return oauth.toHeader(signed).Authorization
  }
}

/** The library takes a query as it stands in the address, undecoded: it is given it as data. */
export function toRequest(method: string, url: string): OAuth.RequestOptions {
  const { origin, pathname, searchParams } = new URL(url)
  const data = Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]))
  return { method, url: `${origin}${pathname}`, data }
}

/** One signed call over plain node:https. */
export async function ask(tumblr: Tumblr, path: string, asked: Asked = {}): Promise<Answer> {
  const { method = 'GET', query = {}, body, headers = {}, authorization } = asked
  const search = Object.keys(query).length === 0 ? '' : `?${new URLSearchParams(query)}`
  const url = `${tumblr.url}/v2/${path}${search}`
  const signed = authorization ?? signer(tumblr)(method, url)
  const plain = typeof body === 'string' || body instanceof Uint8Array
  const sent = body === undefined || plain ? body : JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const all = {
      'user-agent': 'hashtag-chat-archive-test/1',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(signed === false ? {} : { authorization: signed }),
      ...headers,
    }
    const call = request(url, { method, ca: tumblr.ca, headers: all }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('error', reject)
      answer.on('end', () => {
        const text = Buffer.concat(pieces).toString()
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, ...parts(text) })
      })
    })
    call.on('error', reject)
    call.end(sent)
  })
}

function parts(text: string): Pick<Answer, 'meta' | 'response' | 'code'> {
  try {
    const { meta, response, errors } = JSON.parse(text)
    return { meta, response, code: errors?.[0]?.code }
  } catch {
    return { meta: { status: 0, msg: '' }, response: {}, code: undefined }
  }
}
