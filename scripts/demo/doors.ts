import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { MiddlewareHandler } from 'hono'
import type { Answer } from './answer.ts'
import type { Fault } from './faults.ts'
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

type Door = MiddlewareHandler<{ Bindings: HttpBindings }>

/** Keeps a list of what was asked, and lets things go wrong where the hook says so. */
export function logAndSpoil(requests: LoggedRequest[], hook: FaultHook | undefined): Door {
  return async (c, next) => {
    const logged: LoggedRequest = {
      path: c.req.path,
      query: c.req.query(),
      status: undefined,
      fault: undefined,
    }
    const fault = hook?.(logged, requests.length)
    logged.fault = fault?.name
    requests.push(logged)
    if (fault?.kind === 'refuse') {
      logged.status = fault.status
      return new Response(fault.body, { status: fault.status, headers: fault.headers })
    }
    await next()
    logged.status = c.res.status
    if (fault?.kind === 'wire') {
      fault.send(c.env.outgoing, Buffer.from(await c.res.arrayBuffer()))
      return RESPONSE_ALREADY_SENT
    }
    if (fault?.kind === 'change' && c.res.ok) {
      const answer = (await c.res.json()) as Answer
      c.res = new Response(JSON.stringify(fault.change(answer, logged.query)), c.res)
    }
    return undefined
  }
}

/** Lets in who has the token, as often as X would. */
export function guard(token: string): Door {
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
