import type { StandIn } from '../../scripts/demo/stand-in.ts'
import type { Entities, Media, Poll, Tweet, User } from '../../scripts/demo/wire.ts'

/** An answer as a test reads it: either shape's names are looked up by the test itself. */
export type Body = {
  readonly data?: Tweet[]
  readonly includes?: { users?: User[]; tweets?: Tweet[]; posts?: Tweet[]; media?: Media[]; polls?: Poll[] }
  readonly errors?: Record<string, unknown>[]
  readonly meta?: Record<string, unknown>
  readonly [name: string]: unknown
}

type Params = Readonly<Record<string, string>>

export async function ask(standIn: StandIn, path: string, params: Params = {}) {
  const response = await fetch(`${standIn.url}${path}?${new URLSearchParams(params)}`, {
    headers: { authorization: `Bearer ${standIn.token}` },
    redirect: 'manual',
  })
  return { status: response.status, headers: response.headers, body: (await response.json()) as Body }
}

/** All pages of a search, newest first. */
export async function askAll(standIn: StandIn, path: string, params: Params): Promise<Body[]> {
  const pages: Body[] = []
  let token: unknown
  do {
    const next = typeof token === 'string' ? { next_token: token } : undefined
    const { body } = await ask(standIn, path, { ...params, ...next })
    pages.push(body)
    token = body.meta?.next_token
  } while (token !== undefined)
  return pages
}

/** What each entity points at, and what it says it is. */
export function slices(text: string, entities: Entities | undefined): { slice: string; literal: string }[] {
  const points = [...text]
  const cut = (one: { start: number; end: number }) => points.slice(one.start, one.end).join('')
  return [
    ...(entities?.urls ?? []).map((one) => ({ slice: cut(one), literal: one.url })),
    ...(entities?.hashtags ?? []).map((one) => ({ slice: cut(one), literal: `#${one.tag}` })),
    ...(entities?.mentions ?? []).map((one) => ({ slice: cut(one), literal: `@${one.username}` })),
  ]
}
