import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { toArchive } from './archive.ts'
import { type FaultHook, guard, type LoggedRequest, logAndSpoil } from './doors.ts'
import { readSample, sampleFolder } from './read-sample.ts'
import type { Shape } from './refusals.ts'
import { toRoutes } from './routes.ts'
import type { PersonInput, PostInput } from './sample-post.ts'
import { viewAt } from './view.ts'

/** Where the sample's pictures seem to stand; the stand-in serves the same paths. */
export const sampleMedia = 'https://pbs.example.com/media/'

/** What a chat that says `sample: true` uses for its token, and for the time of day. */
export const sampleToken = 'sample'
export const sampleNow = '2010-12-20T09:00:00Z'

export type StandInOptions = {
  /** Instead of the sample; in any order. */
  readonly posts?: readonly PostInput[]
  readonly people?: readonly PersonInput[]
  /** The stand-in's own clock: what is later was not said yet. */
  readonly now?: string | (() => string)
  readonly token?: string
  /** What to answer where a request shows neither `tweet.fields` nor `post.fields`. */
  readonly shape?: Shape
  /** Address that picture files stand under; `self` for the stand-in's own. */
  readonly media?: string
  /** Asked before each request, n from 0; a fault takes the place of the answer or spoils it. */
  readonly faults?: FaultHook
}

export type StandIn = {
  /** `http://127.0.0.1:PORT/2/` */
  readonly url: string
  readonly token: string
  /** In the order they came; without their tokens. */
  readonly requests: readonly LoggedRequest[]
  readonly close: () => Promise<void>
}

/** Starts a server that speaks X's API v2 on loopback, on a port of the system's choice. */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const { token = sampleToken, now = sampleNow, shape = 'tweet', media = sampleMedia } = options
  const clock = () => Date.parse(typeof now === 'string' ? now : now())
  const requests: LoggedRequest[] = []
  const app = new Hono()
  const spoiled = logAndSpoil((request, bindings) => app.fetch(request, bindings), requests, options.faults)
  const listener = getRequestListener((request, bindings) => spoiled(request, bindings as HttpBindings), {
    overrideGlobalObjects: false,
  })
  const server = createServer(listener)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const source = options.posts ? { posts: options.posts, people: options.people ?? [] } : readSample()
  const base = media === 'self' ? `${origin}/media/` : media
  const archive = toArchive({ ...source, mediaUrl: (file) => `${base}${file}` })

  app.get('/media/:file{[a-z0-9-]+\\.png}', (c) => {
    const bytes = readPicture(c.req.param('file'))
    return bytes ? c.body(bytes, 200, { 'content-type': 'image/png' }) : c.notFound()
  })
  app.use('/2/*', guard(token))
  app.route('/2', toRoutes({ now: clock, view: () => viewAt(archive, clock()), shape }))

  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed())
      server.closeAllConnections()
    })
  return { url: `${origin}/2/`, token, requests, close }
}

function readPicture(file: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return new Uint8Array(readFileSync(join(sampleFolder, 'pictures', file)))
  } catch {
    return undefined
  }
}
