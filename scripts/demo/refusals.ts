/** An answer of X's that is no 200, as status and body. */
export type Refusal = { readonly status: number; readonly body: Record<string, unknown> }

/** Thrown by what reads a request; the routes answer with it. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(String(refusal.body.title))
    this.refusal = refusal
  }
}

export function toResponse({ status, body }: Refusal, headers: Record<string, string> = {}): Response {
  const all = { 'content-type': 'application/problem+json', ...headers }
  return new Response(JSON.stringify(body), { status, headers: all })
}

/** Which of X's two vocabularies an answer speaks: 2.166 (`tweet`) or 2.167 (`post`). */
export type Shape = 'tweet' | 'post'

export function problemType(name: string, shape: Shape): string {
  return `https://api.${shape === 'tweet' ? 'twitter' : 'x'}.com/2/problems/${name}`
}

export function invalidRequest(parameter: string, value: string, message: string): Refusal {
  return {
    status: 400,
    body: {
      errors: [{ parameters: { [parameter]: [value] }, message }],
      title: 'Invalid Request',
      detail: 'One or more parameters to your request was invalid.',
      type: problemType('invalid-request', 'tweet'),
    },
  }
}

export const unauthorized: Refusal = {
  status: 401,
  body: { title: 'Unauthorized', type: 'about:blank', status: 401, detail: 'Unauthorized' },
}

export const notEnrolled: Refusal = {
  status: 403,
  body: {
    client_id: '20101217',
    detail:
      'When authenticating requests to the Twitter API v2 endpoints, you must use keys and tokens from a Twitter developer App that is attached to a Project. You can create a project via the developer portal.',
    registration_url: 'https://developer.twitter.com/en/docs/projects/overview',
    title: 'Client Forbidden',
    required_enrollment: 'Appropriate Level of API Access',
    reason: 'client-not-enrolled',
    type: problemType('client-forbidden', 'tweet'),
  },
}

export const notFound: Refusal = {
  status: 404,
  body: { title: 'Not Found', type: 'about:blank', status: 404, detail: 'Not Found' },
}

export const tooManyRequests: Refusal = {
  status: 429,
  body: { title: 'Too Many Requests', detail: 'Too Many Requests', type: 'about:blank', status: 429 },
}

export const usageCapped: Refusal = {
  status: 429,
  body: {
    account_id: 20101217,
    product_name: 'standard-basic',
    title: 'UsageCapExceeded',
    period: 'Monthly',
    scope: 'Product',
    detail: 'Usage cap exceeded: Monthly product cap',
    type: problemType('usage-capped', 'tweet'),
  },
}
