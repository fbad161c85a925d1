import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { Answer } from './answer.ts'
import { change, type Fault, json, problemJson, refuse, wire } from './fault.ts'
import { readToken, toToken } from './page-token.ts'
import { rateLimitHeaders } from './rate-limit.ts'
import {
  invalidRequest,
  notEnrolled,
  problemType,
  tooManyRequests,
  unauthorized,
  usageCapped,
} from './refusals.ts'

/** Every way in which the stand-in can misbehave. Each makes a fault for one request. */
export const faults = {
  /** 429: wait until the reset, so many seconds from now. */
  rateLimited: (seconds = 900): Fault => ({
    ...refuse('rate limited', tooManyRequests),
    headers: { ...problemJson, ...rateLimitHeaders(450, 0, Math.floor(Date.now() / 1000) + seconds) },
  }),
  /** 429: the month's posts are used up; waiting does not help. */
  usageCapped: (): Fault => refuse('usage capped', usageCapped),
  unauthorized: (): Fault => refuse('unauthorized', unauthorized),
  notEnrolled: (): Fault => refuse('not enrolled', notEnrolled),
  badRequest: (message = "Invalid 'query':'#'. Reference to invalid operator"): Fault =>
    refuse('bad request', invalidRequest('query', '#', message)),
  /** 5xx with a page of HTML, as a load balancer sends it. */
  serverError: (status = 503): Fault => ({
    name: 'server error',
    kind: 'refuse',
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: '<!DOCTYPE html><html><head><title>Over capacity</title></head><body><h1>Something is technically wrong.</h1></body></html>',
  }),

  /** 200 with errors and nothing else. */
  errorsOnly: (): Fault =>
    change('errors without data', () => ({
      errors: [
        {
          title: 'Service Unavailable',
          detail: 'Could not complete the search: please try again.',
          type: problemType('resource-unavailable', 'tweet'),
        },
      ],
    })),
  /** No posts, and a token that leads to the page that should have been here. */
  emptyPage: (): Fault =>
    change('empty page with next_token', (answer, asked) => ({
      meta: { result_count: 0, next_token: samePage(answer, asked) },
    })),
  /** The page as it is, with a token that leads back to it for ever. */
  repeatedToken: (): Fault =>
    change('repeated next_token', (answer, asked) => ({
      ...answer,
      meta: { ...answer.meta, next_token: asked.next_token ?? samePage(answer, asked) },
    })),
  /** The page as it is; the next one brings the same posts again. */
  samePageTwice: (): Fault =>
    change('same page twice', (answer, asked) => ({
      ...answer,
      meta: { ...answer.meta, next_token: samePage(answer, asked) },
    })),
  outOfOrder: (): Fault =>
    change('out of order', (answer) =>
      Array.isArray(answer.data) ? { ...answer, data: shuffled(answer.data) } : answer,
    ),
  /** Whole as HTTP, half as JSON. */
  cutJson: (): Fault =>
    wire('cut JSON', (out, body) => out.writeHead(200, json).end(body.subarray(0, body.length >> 1))),

  /** The connection closes before the promised length. */
  cutBody: (): Fault =>
    wire('cut body', (out, body) => {
      out.writeHead(200, { ...json, 'content-length': body.length })
      out.write(body.subarray(0, body.length >> 1), () => out.socket?.destroy())
    }),
  /** Gzip that breaks off in the middle; the HTTP around it is whole. */
  brokenGzip: (): Fault =>
    wire('broken gzip', (out, body) => {
      const packed = gzipSync(body)
      out.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(packed.subarray(0, packed.length >> 1))
    }),
  /** A byte, a pause, a byte: alive by every idle timeout, and never done. */
  drip: (pause = 1000): Fault =>
    wire('one byte a second', (out, body) => {
      out.writeHead(200, json)
      let sent = 0
      const timer = setInterval(() => {
        if (sent < body.length) return out.write(body.subarray(sent, ++sent))
        return out.end()
      }, pause)
      out.on('close', () => clearInterval(timer))
    }),
  /** Takes the request and says nothing. */
  noAnswer: (): Fault => wire('no answer', () => {}),
  /** A TCP reset in the place of an answer. */
  reset: (): Fault => wire('connection reset', (out) => out.socket?.resetAndDestroy()),
  /** JSON that goes on: one string of so many bytes. */
  huge: (bytes = 500_000_000): Fault =>
    wire('huge answer', (out) => {
      out.writeHead(200, json)
      out.write('{"data":[{"id":"1","text":"')
      pour(out, bytes)
    }),
  /** To a host that is none of X's. */
  redirect: (target = 'https://example.com/2/tweets/search/recent'): Fault => ({
    name: 'redirect to another host',
    kind: 'refuse',
    status: 302,
    headers: { location: target },
    body: '',
  }),
}

/** Another token for the page that was asked for. */
function samePage({ meta }: Answer, asked: Readonly<Record<string, string>>): string {
  const token = asked.next_token ?? asked.pagination_token
  const below =
    token === undefined ? String(BigInt(String(meta?.newest_id ?? 0)) + 1n) : (readToken(token) ?? '0')
  const turn = token === undefined ? 0 : Number.parseInt(token.slice(-1), 36)
  return toToken(below, (turn + 1) % 36)
}

/** Odd places first, then the even ones backwards: an order that no sorting gives. */
function shuffled<T>(list: readonly T[]): T[] {
  return [...list.filter((_, n) => n % 2 === 1), ...list.filter((_, n) => n % 2 === 0).reverse()]
}

function pour(out: ServerResponse, bytes: number): void {
  const block = Buffer.alloc(65_536, 'x')
  let left = bytes
  const more = () => {
    while (left > 0 && !out.destroyed) {
      const piece = block.subarray(0, Math.min(left, block.length))
      left -= piece.length
      if (!out.write(piece)) return
    }
    if (left <= 0) out.end('"}]}')
  }
  out.on('drain', more)
  more()
}
