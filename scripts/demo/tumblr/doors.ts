import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { z } from 'zod'
import type { Fault } from '../fault.ts'
import type { Mishap } from './fault.ts'

export type Call = {
  readonly method: string
  /** `/v2/blog/lgovsm/posts` */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** Undefined until, or unless, there is an answer. */
  status: number | undefined
  fault: string | undefined
  /** `400.8001: content.0.type: …` where it was refused: Tumblr's client shows no more than the status. */
  refusal: string | undefined
}

/** Decides before each call, n from 0, whether and how it goes wrong. */
export type FaultHook = (call: Call, n: number) => Mishap | undefined

type Fetch = (request: Request, bindings: HttpBindings) => Response | Promise<Response>

/** Keeps a list of what was called, and lets things go wrong where the hook says so. */
export function logAndSpoil(inner: Fetch, calls: Call[], hook: FaultHook | undefined): Fetch {
  return async (request, bindings) => {
    const { pathname, searchParams } = new URL(request.url)
    if (!pathname.startsWith('/v2/')) return inner(request, bindings)
    const query = Object.fromEntries([...searchParams].filter(([name]) => name !== 'api_key'))
    const call: Call = {
      method: request.method,
      path: pathname,
      query,
      status: undefined,
      fault: undefined,
      refusal: undefined,
    }
    const mishap = hook?.(call, calls.length)
    call.fault = mishap?.name
    calls.push(call)
    if (mishap?.moment === 'before') return spoil(mishap.fault, Buffer.alloc(0), { call, bindings })
    const response = await inner(request, bindings)
    if (mishap) return spoil(mishap.fault, Buffer.from(await response.arrayBuffer()), { call, bindings })
    call.status = response.status
    call.refusal = response.ok ? undefined : await toRefusal(response.clone())
    return response
  }
}

type Around = { readonly call: Call; readonly bindings: HttpBindings }

function spoil(fault: Fault, body: Buffer, { call, bindings }: Around): Response {
  if (fault.kind === 'refuse') {
    call.status = fault.status
    return new Response(fault.body, { status: fault.status, headers: fault.headers })
  }
  if (fault.kind === 'change') throw new RangeError(`${fault.name} is a fault of X's answers`)
  fault.send(bindings.outgoing, body)
  return RESPONSE_ALREADY_SENT
}

async function toRefusal(response: Response): Promise<string> {
  const { errors } = refusedBody.parse(await response.json())
  return `${response.status}.${errors[0].code}: ${errors[0].title}`
}

const refusedBody = z.object({ errors: z.tuple([z.object({ title: z.string(), code: z.number() })]) })
