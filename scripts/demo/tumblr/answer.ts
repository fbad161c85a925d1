import { toJson } from './to-json.ts'

/** What Tumblr says when all went well. */
export function answer(status: 200 | 201, response: unknown): Response {
  const body = toJson({ meta: { status, msg: status === 201 ? 'Created' : 'OK' }, response })
  return new Response(body, { status, headers: { 'content-type': 'application/json; charset=utf-8' } })
}
