import { z } from 'zod'
import { type Fault, json, wire } from '../fault.ts'
import { faults as shared } from '../faults.ts'
import { after, before, type Mishap } from './fault.ts'
import {
  limitExceeded,
  postLimit,
  type Refusal,
  serverError,
  toBody,
  unauthorized,
  unavailable,
} from './refusals.ts'

const reset = wire('connection reset', (out) => out.socket?.destroy())

/** Every way in which the stand-in can misbehave. Each makes a mishap for one call. */
export const faults = {
  /** 500, 502, 503 with a page of HTML, as a load balancer sends it. */
  serverError: (status = 502): Mishap => before(shared.serverError(status)),
  serverErrorAfter: (status = 502): Mishap => after(shared.serverError(status)),
  /** 500 and 503 in Tumblr's own form. */
  internalError: (): Mishap => before(refuse('internal server error', serverError)),
  internalErrorAfter: (): Mishap => after(refuse('internal server error', serverError)),
  unavailable: (): Mishap => before(refuse('service unavailable', unavailable)),
  unauthorized: (): Mishap => before(refuse('unauthorized', unauthorized)),
  limitExceeded: (): Mishap => before(refuse('limit exceeded', limitExceeded)),
  postLimit: (): Mishap => before(refuse('post limit', postLimit)),

  /** The connection breaks in the place of an answer; under TLS there is no telling how. */
  resetBefore: (): Mishap => before(reset),
  resetAfter: (): Mishap => after(reset),
  /** Takes the call and says nothing. */
  noAnswerBefore: (): Mishap => before(shared.noAnswer()),
  noAnswerAfter: (): Mishap => after(shared.noAnswer()),
  /** The answer, so many milliseconds later. */
  late: (milliseconds = 1000): Mishap =>
    after(
      wire('late answer', (out, body) => {
        const timer = setTimeout(() => out.writeHead(200, json).end(body), milliseconds)
        out.on('close', () => clearTimeout(timer))
      }),
    ),
  drip: (pause = 1000): Mishap => after(shared.drip(pause)),
  cutJson: (): Mishap => after(shared.cutJson()),
  cutBody: (): Mishap => after(shared.cutBody()),
  huge: (bytes = 500_000_000): Mishap => after(shared.huge(bytes)),

  /** 200, and no JSON. */
  notJson: (): Mishap => after(send('not JSON', '<!DOCTYPE html><title>Tumblr</title><p>Back in a minute.')),
  empty: (): Mishap => after(send('empty answer', '')),
  /** JSON that is none of Tumblr's. */
  wrongShape: (): Mishap => after(send('wrong shape', '[true,{"response":7}]')),
  noResponse: (): Mishap => after(send('no response', '{"meta":{"status":200,"msg":"OK"}}')),
  /** A success that names no post. */
  noId: (): Mishap =>
    after(send('no id', '{"meta":{"status":201,"msg":"Created"},"response":{"state":"published"}}')),
  /** A success that names somebody else's post. */
  wrongId: (id = '1'): Mishap =>
    after(send('wrong id', JSON.stringify({ meta: { status: 201, msg: 'Created' }, response: { id } }))),

  /** A list of posts with nothing in it, or without its first, or the other way round. */
  emptyList: (): Mishap => after(list('empty list', () => [])),
  newestMissing: (): Mishap => after(list('newest missing', (posts) => posts.slice(1))),
  outOfOrder: (): Mishap => after(list('out of order', (posts) => [...posts].reverse())),
}

const listed = z.object({ meta: z.unknown(), response: z.looseObject({ posts: z.array(z.unknown()) }) })

/** Ids that are numbers lose their last digits on the way, as they do for whoever reads them as such. */
function list(name: string, change: (posts: unknown[]) => unknown[]): Fault {
  return wire(name, (out, body) => {
    const { meta, response } = listed.parse(JSON.parse(body.toString()))
    const posts = change(response.posts)
    const changed = { ...response, posts, total_posts: posts.length }
    out.writeHead(200, json).end(JSON.stringify({ meta, response: changed }))
  })
}

function refuse(name: string, refusal: Refusal): Fault {
  return { name, kind: 'refuse', status: refusal.status, headers: json, body: toBody(refusal) }
}

function send(name: string, body: string): Fault {
  return wire(name, (out) => out.writeHead(200, json).end(body))
}
