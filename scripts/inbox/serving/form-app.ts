import { randomUUID } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Incoming } from '../item.ts'
import { hashOf } from '../item-files.ts'
import { toFormIncoming } from './form-post.ts'
import { createOnce } from './once.ts'
import { type Failure, failurePage, thanksPage } from './pages.ts'
import type { Allow } from './rate.ts'

export type FormDoor = {
  /** Names of the chats that there are. */
  readonly chats: readonly string[]
  readonly language: 'en' | 'cy'
  /** Keeps what came, for good, before it returns. */
  readonly take: (incoming: Incoming) => void
  readonly allow: Allow
  /** Whether a server of the host's own stands before this one, and says who asked. */
  readonly isBehindProxy: boolean
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly toInstant: (milliseconds: number) => string
  /** Hears of what is nobody's fault who sends. */
  readonly report: (error: unknown) => void
}

/** Bytes: 5,000 letters of the widest, percent-encoded, and the other fields. */
const mostBytes = 80_000

const headers = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const

/** What the form on the site is sent to. Sets no cookie, keeps no address in full, and answers nothing but that form. */
export function formApp(door: FormDoor): Hono {
  const { chats, language, take, allow, clock, toInstant, report } = door
  const once = createOnce()
  const refuse = (context: Context, status: 400 | 413 | 415 | 429 | 503, failure: Failure) =>
    context.html(failurePage(language, failure), status)
  const app = new Hono()
  app.use(async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(headers)) context.header(name, value)
  })
  app.post(
    '/',
    async (context, next) =>
      allow(addressOf(context, door), clock()) ? next() : refuse(context, 429, 'tooMuch'),
    async (context, next) => (isForm(context) ? next() : refuse(context, 415, 'notForm')),
    bodyLimit({ maxSize: mostBytes, onError: (context) => refuse(context, 413, 'notForm') }),
    async (context) => {
      const body = toFields(await context.req.text())
      const now = clock()
      const incoming = toFormIncoming(body, { chats, now: toInstant(now), id: randomUUID() })
      if (!incoming) return refuse(context, 400, 'notForm')
      once(wordsOf(incoming), now, () => take(incoming))
      return context.html(thanksPage(language))
    },
  )
  app.notFound((context) => context.text('Not found', 404))
  app.onError((error, context) => {
    // Who breaks off reads no answer.
    if (context.req.raw.signal.aborted) return refuse(context, 400, 'notForm')
    // A full disk, for instance: whoever sent it is told, and nothing of it is.
    report(error)
    return refuse(context, 503, 'broken')
  })
  return app
}

/** What a second click sends again. */
function wordsOf({ tag, name, text }: Incoming): string {
  return hashOf(JSON.stringify([tag, name, text]))
}

function isForm(context: Context): boolean {
  return /^application\/x-www-form-urlencoded(?:\s*;|$)/i.test(context.req.header('content-type') ?? '')
}

/** A field that comes twice is not of our form. */
function toFields(body: string): Record<string, string> | undefined {
  const pairs = [...new URLSearchParams(body)]
  const fields = Object.fromEntries(pairs)
  return Object.keys(fields).length === pairs.length ? fields : undefined
}

/** Of what a proxy says only its own entry counts, the last: the others may be invented. */
function addressOf(context: Context, { isBehindProxy }: FormDoor): string {
  const told = isBehindProxy ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return told ?? getConnInfo(context).remote.address ?? ''
}
