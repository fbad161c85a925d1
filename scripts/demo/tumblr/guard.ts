import type { MiddlewareHandler } from 'hono'
import { createCallLimits, type Limits } from './limits.ts'
import { createSignatureCheck, type Keys } from './oauth.ts'
import { noUserAgent, toResponse, unauthorized } from './refusals.ts'

export type Guarded = {
  readonly keys: Keys
  readonly limits: Limits
  /** Milliseconds since 1970, by the stand-in's clock. */
  readonly now: () => number
}

/** What the consumer key alone opens; all else has to be signed. */
const open = /^\/v2\/blog\/[^/]+\/(info|notes|posts(\/(text|quote|link|answer|video|audio|photo|chat))?)$/

/** Lets in who shows the keys, as often as Tumblr would. */
export function guard({ keys, limits, now }: Guarded): MiddlewareHandler {
  const calls = createCallLimits(limits, now)
  // A client signs by the machine's clock, whatever the stand-in's own says.
  const check = createSignatureCheck(keys, Date.now)
  return async (c, next) => {
    const tooMany = calls.address()
    if (tooMany) return toResponse(tooMany)
    if (!c.req.header('user-agent')) return toResponse(noUserAgent)
    const header = c.req.header('authorization')
    const byKey =
      c.req.method === 'GET' && open.test(c.req.path) && c.req.query('api_key') === keys.consumerKey
    const wrong =
      header === undefined ? !byKey && 'key' : check({ method: c.req.method, url: c.req.url, header })
    if (wrong) return toResponse({ ...unauthorized, title: `Unable to authorize: ${wrong}` })
    const { headers, refusal } = calls.key()
    if (refusal) return toResponse(refusal, headers)
    await next()
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value)
    return undefined
  }
}
