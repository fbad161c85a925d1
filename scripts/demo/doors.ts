import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { MiddlewareHandler } from 'hono'
import type { Answer } from './answer.ts'
import type { Fault } from './fault.ts'
import { createRateLimit } from './rate-limit.ts'
import { tooManyRequests, toResponse, unauthorized } from './refusals.ts'

export type LoggedRequest = {
  /** `/2/tweets/search/recent` */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** Undefined until, or unless, there is an answer. */
  status: number | undefined
  fault: string | undefined
}

/** Decides before each request, n from 0, whether and how it goes wrong. */
export type FaultHook = (request: LoggedRequest, n: number) => Fault | undefined

type Fetch = (request: Request, bindings: HttpBindings) => Response | Promise<Response>

/** Keeps a list of what was asked, and lets things go wrong where the hook says so. */
export function logAndSpoil(inner: Fetch, requests: LoggedRequest[], hook: FaultHook | undefined): Fetch {
  return async (request, bindings) => {
    const { pathname, searchParams } = new URL(request.url)
    if (!pathname.startsWith('/2/')) return inner(request, bindings)
    const query = Object.fromEntries(searchParams)
    const logged: LoggedRequest = { path: pathname, query, status: undefined, fault: undefined }
    const fault = hook?.(logged, requests.length)
    logged.fault = fault?.name
    requests.push(logged)
    if (fault?.kind === 'refuse') {
      logged.status = fault.status
      return new Response(fault.body, { status: fault.status, headers: fault.headers })
    }
    const response = await inner(request, bindings)
    if (fault?.kind === 'wire') {
      fault.send(bindings.outgoing, Buffer.from(await response.arrayBuffer()))
      return RESPONSE_ALREADY_SENT
    }
    logged.status = response.status
    if (fault?.kind !== 'change' || !response.ok) return response
    const answer = fault.change((await response.json()) as Answer, query)
    return new Response(JSON.stringify(answer), { status: response.status, headers: whole(response.headers) })
  }
}

/** Without the length, which has changed. */
function whole(headers: Headers): Headers {
  const kept = new Headers(headers)
  kept.delete('content-length')
  return kept
}

/** Lets in who has the token, as often as X would. */
export function guard(token: string): MiddlewareHandler {
  const allow = createRateLimit()
  return async (c, next) => {
    if (c.req.header('authorization') !== `Bearer ${token}`) return toResponse(unauthorized)
    const { headers, exceeded } = allow(c.req.path)
    if (exceeded) return toResponse(tooManyRequests, headers)
    await next()
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value)
    return undefined
  }
}
