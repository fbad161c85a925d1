import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the fake answers to one request; `cut` breaks the connection off within the body. */
export type Reply = {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly cut?: boolean
  readonly silent?: boolean
}

export type FakeX = {
  /** With a slash at the end. */
  readonly base: string
  readonly requests: {
    readonly path: string
    readonly query: URLSearchParams
    readonly auth: string | undefined
  }[]
  readonly close: () => void
}

/** Speaks X's wire format on loopback: one reply a request, the last again and again. */
export async function fakeX(replies: readonly Reply[]): Promise<FakeX> {
  const requests: FakeX['requests'] = []
  const server = createServer((request, response) => {
    requests.push(seen(request))
    const reply = replies[Math.min(requests.length, replies.length) - 1] ?? {}
    if (reply.silent) return
    const { status = 200, headers = {}, body } = reply
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    if (!reply.cut) return response.end(text)
    return response.write(text.slice(0, -5), () => setImmediate(() => response.destroy()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { base: `http://127.0.0.1:${port}/2/`, requests, close }
}

function seen(request: IncomingMessage): FakeX['requests'][number] {
  const url = new URL(request.url ?? '', 'http://fake')
  return { path: url.pathname, query: url.searchParams, auth: request.headers.authorization }
}

/** A page of so many posts, newest first, by one author. */
export function page(ids: readonly string[], nextToken?: string): unknown {
  const data = ids.map((id) => ({
    id,
    text: `post ${id}`,
    author_id: '7',
    created_at: '2010-12-17T13:00:00.000Z',
  }))
  return {
    ...(data.length > 0 ? { data } : {}),
    includes: { users: [{ id: '7', name: 'Sam', username: 'sam' }] },
    meta: { result_count: data.length, ...(nextToken === undefined ? {} : { next_token: nextToken }) },
  }
}
