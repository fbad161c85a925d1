import { type Client, createClient } from 'tumblr.js'
import type { z } from 'zod'
import { Problem } from '../../model/problem.ts'
import { MirrorTrouble } from '../trouble.ts'
import { envelope, parseExactly } from './answers.ts'
import { capture, NoAnswer, type Raw } from './capture.ts'
import type { TumblrKeys } from './keys.ts'
import { toRefusal } from './refusal.ts'

/** Makes one call; its answer, understood. Throws a MirrorTrouble for everything else. */
export type Ask = <T>(
  call: (client: Client) => Promise<unknown> | undefined,
  shape: z.ZodType<T>,
) => Promise<T>

export type AskSettings = {
  readonly keys: TumblrKeys
  /** Name of the blog, for messages. */
  readonly blog: string
  /** Where the API stands, without a path; undefined for Tumblr itself. */
  readonly base?: string | undefined
  readonly timeoutMillis?: number | undefined
  readonly mostBytes?: number | undefined
  /** Milliseconds since 1970. */
  readonly clock?: (() => number) | undefined
}

/** The one place where Tumblr is asked. */
export function createAsk(settings: AskSettings): Ask {
  const {
    keys,
    blog,
    timeoutMillis: totalMillis = 60_000,
    mostBytes = 20_000_000,
    clock = Date.now,
  } = settings
  const base = requireBase(settings.base ?? 'https://api.tumblr.com')
  const client = createClient({ ...keys, baseUrl: base.origin })
  const isOurs = ({ host }: { readonly host: string }) => host === base.hostname
  return async (call, shape) => {
    const raw = await capture(() => call(client), isOurs, { totalMillis, mostBytes }).catch(toTrouble)
    if (raw.status < 200 || raw.status > 299) throw toRefusal(raw, blog, clock())
    return understand(raw, shape)
  }
}

function understand<T>({ status, body }: Raw, shape: z.ZodType<T>): T {
  try {
    return shape.parse(envelope.parse(parseExactly(body)).response)
  } catch {
    throw new MirrorTrouble(
      `Tumblr answered ${status} with something that cannot be understood: run the command again later`,
      'soon',
    )
  }
}

/** The library's errors name nothing that is secret, and nothing that helps. */
function toTrouble(error: unknown): never {
  if (error instanceof NoAnswer)
    throw new MirrorTrouble(`Tumblr: ${error.message}: run the command again later`, 'soon')
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  if (code === undefined) throw error
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code)) {
    throw new MirrorTrouble(
      `Tumblr: its certificate is not trusted (${code}): something between this computer and Tumblr answers in its place: use another network`,
      'never',
    )
  }
  throw new MirrorTrouble(
    `Tumblr: it cannot be reached (${code}): check the network and run the command again`,
    'soon',
  )
}

/** The library speaks https only; plain http would show the whole world what is posted. */
function requireBase(base: string): URL {
  const url = URL.canParse(base) ? new URL(base) : undefined
  if (url?.protocol === 'https:' && url.pathname === '/' && !url.search && !url.username) return url
  throw new Problem(
    `TUMBLR_API_URL: ${base} is no address of an API: write https:// and a host, or take it out`,
  )
}
