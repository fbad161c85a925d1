import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { type Blog, createBlog } from './blog.ts'
import { toBlogRoutes, type World } from './blog-routes.ts'
import { type ByHand, playing } from './by-hand.ts'
import { makeCertificate } from './certificate.ts'
import { type Call, type FaultHook, logAndSpoil } from './doors.ts'
import { guard } from './guard.ts'
import { createIds } from './ids.ts'
import { type Limits, tumblrLimits } from './limits.ts'
import { createPictures } from './media.ts'
import type { Keys } from './oauth.ts'
import { toPages } from './pages.ts'
import { notFound, Refused, toResponse } from './refusals.ts'
import { toUserRoutes } from './user-routes.ts'
import type { StoredPost, Submission } from './wire.ts'

export const sampleKeys: Keys = {
  consumerKey: 'sample-consumer-key',
  consumerSecret: 'sample-consumer-secret',
  token: 'sample-token',
  tokenSecret: 'sample-token-secret',
}

export type TumblrOptions = {
  readonly keys?: Keys
  /** Names of the user's blogs, the primary one first. */
  readonly blogs?: readonly [string, ...string[]]
  /** Names of blogs that are somebody else's: they can be read, not written to. */
  readonly others?: readonly string[]
  /** The stand-in's own clock, for dates, days and hours; signatures go by the machine's. */
  readonly now?: string | (() => string)
  /** Asked before each call, n from 0. */
  readonly faults?: FaultHook
  /** Instead of Tumblr's own, so that a test reaches them sooner. */
  readonly limits?: Partial<Limits>
  /** Where the ids begin; above 2^53. */
  readonly seed?: string
  /** Whether links come back led through Tumblr where posts are read, as its documentation warns. */
  readonly redirects?: boolean
  /** Seconds, by its own clock, before a new post is among those that are listed; it is there by its id at once. */
  readonly lag?: number
}

export type Tumblr = {
  /** `https://127.0.0.1:PORT` */
  readonly url: string
  /** PEM, to be trusted by whoever calls. */
  readonly ca: string
  readonly keys: Keys
  /** In the order they came; without their keys. */
  readonly calls: readonly Call[]
  /** Posts of a blog, the first where none is named; in every state, oldest first. */
  readonly posts: (blog?: string) => readonly StoredPost[]
  /** What visitors of the blog see, newest date first. */
  readonly onBlog: (blog?: string) => readonly StoredPost[]
  /** What followers see, last published first. */
  readonly onDashboard: (blog?: string) => readonly StoredPost[]
  readonly submissions: (blog?: string) => readonly Submission[]
  /** People at work on Tumblr's own pages. */
  readonly byHand: (blog?: string) => ByHand
  readonly close: () => Promise<void>
}

/**
 * Starts a server that speaks Tumblr's API v2 over https on loopback, on a port of the system's choice. It keeps to
 * https://github.com/tumblr/docs (api.md, npf-spec.md). Where that is silent it takes the harder reading: an edit
 * without tags, slug, source or date loses them; a limit above 20 is taken for 20; a date to come is refused; 1 MB is
 * a million bytes; refused calls count.
 */
export async function startTumblr(options: TumblrOptions = {}): Promise<Tumblr> {
  const { keys = sampleKeys, blogs: names = ['lgovsm'], now } = options
  const clock = now === undefined ? Date.now : () => Date.parse(typeof now === 'string' ? now : now())
  const limits = { ...tumblrLimits, ...options.limits }
  const nextId = createIds(options.seed)
  const toBlog = (own: boolean) => (name: string) => createBlog({ name, own, limits, now: clock, nextId })
  const blogs = [...names.map(toBlog(true)), ...(options.others ?? []).map(toBlog(false))]
  const calls: Call[] = []

  const { key, cert } = await makeCertificate()
  const app = new Hono()
  const spoiled = logAndSpoil((request, bindings) => app.fetch(request, bindings), calls, options.faults)
  const listener = getRequestListener((request, bindings) => spoiled(request, bindings as HttpBindings), {
    overrideGlobalObjects: false,
  })
  const server = createServer({ key, cert }, listener)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`

  const pictures = createPictures(`${url}/media/`)
  const { redirects = false, lag = 0 } = options
  addRoutes(app, { world: { blogs, pictures, now: clock, redirects, lag }, keys, limits })

  const named = (name = names[0]): Blog => {
    const found = blogs.find((one) => one.name === name)
    if (!found) throw new RangeError(`no blog is called ${name}`)
    found.settle()
    return found
  }
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed())
      server.closeAllConnections()
    })
  return {
    url,
    ca: cert,
    keys,
    calls,
    posts: (name) => named(name).all(),
    onBlog: (name) => named(name).inBlogOrder(),
    onDashboard: (name) => named(name).inDashboardOrder(),
    submissions: (name) => named(name).submissions,
    byHand: (name) => playing({ blog: named(name), now: clock, nextId }),
    close,
  }
}

type Routed = { readonly world: World; readonly keys: Keys; readonly limits: Limits }

function addRoutes(app: Hono, { world, keys, limits }: Routed): void {
  app.onError((error) => {
    if (error instanceof Refused) return toResponse(error.refusal)
    throw error
  })
  app.notFound(() => toResponse(notFound))
  app.get('/media/:path{.+}', (c) => {
    const picture = world.pictures.find(c.req.param('path'))
    if (!picture) return c.notFound()
    return c.body(new Uint8Array(picture.bytes), 200, { 'content-type': picture.type })
  })
  app.use('/v2/*', guard({ keys, limits, now: world.now }))
  app.route('/v2/blog', toBlogRoutes(world))
  app.route('/v2/user', toUserRoutes(world))
  app.route('/blog', toPages(world.blogs))
}
