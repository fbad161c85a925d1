/** An answer of Tumblr's that is no 2xx. `code` is the subcode that stands among its errors. */
export type Refusal = {
  readonly status: number
  /** Tumblr's own reason phrase, which its client shows. */
  readonly msg: string
  readonly code: number
  /** What is wrong, in Tumblr's words as far as they are documented. */
  readonly title: string
}

/** Thrown by whatever reads a request; the doors answer with it. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(`${refusal.status}.${refusal.code}: ${refusal.title}`)
    this.refusal = refusal
  }
}

export function toResponse(refusal: Refusal, headers: Record<string, string> = {}): Response {
  const all = { 'content-type': 'application/json; charset=utf-8', ...headers }
  return new Response(toBody(refusal), { status: refusal.status, headers: all })
}

export function toBody({ status, msg, code, title }: Refusal): string {
  return JSON.stringify({ meta: { status, msg }, response: [], errors: [{ title, code }] })
}

const badRequest = (code: number, title: string): Refusal => ({
  status: 400,
  msg: 'Bad Request',
  code,
  title,
})
const forbidden = (code: number, title: string): Refusal => ({ status: 403, msg: 'Forbidden', code, title })

/** A parameter of the post format that is wrong or too much. */
export const badFormat = (title: string): Refusal => badRequest(8001, title)
export const badParent = badRequest(8002, 'The post to reblog cannot be found')
export const badMedia = (title: string): Refusal => badRequest(8005, title)
export const badParameter = (title: string): Refusal => badRequest(0, title)
export const mediaLimit = forbidden(8004, 'You have uploaded as many images as a day allows')
export const queueLimit = forbidden(8022, "The blog's queue limit has been reached")
export const postLimit = forbidden(8023, "The blog's daily posting limit has been reached")
export const noUserAgent = forbidden(0, 'A User-Agent header is required')
export const notYours = forbidden(0, 'You cannot post to this blog')
export const unauthorized: Refusal = {
  status: 401,
  msg: 'Unauthorized',
  code: 1016,
  title: 'Unable to authorize',
}
export const notFound: Refusal = { status: 404, msg: 'Not Found', code: 0, title: 'Not Found' }
export const limitExceeded: Refusal = { status: 429, msg: 'Limit Exceeded', code: 0, title: 'Limit Exceeded' }
export const serverError: Refusal = {
  status: 500,
  msg: 'Internal Server Error',
  code: 0,
  title: 'Internal Server Error',
}
export const unavailable: Refusal = {
  status: 503,
  msg: 'Service Unavailable',
  code: 0,
  title: 'Posting is disabled',
}
