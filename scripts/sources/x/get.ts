import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { type ITwitterApiClientPlugin, TwitterApi } from 'twitter-api-v2'
import { Problem } from '../../model/problem.ts'
import { watchRequest } from './limits.ts'
import { redirected, toTrouble } from './refusal.ts'
import { Trouble } from './trouble.ts'
import { tooLong, unpack } from './unpack.ts'

/** Asks X once; the answer's body as it came. `path` is relative to the API. Throws a Trouble for every refusal. */
export type Get = (path: string, parameters: Readonly<Record<string, string | undefined>>) => Promise<string>

export type GetSettings = {
  /** Bearer token, or what signs for a person; never shown. */
  readonly token: string | UserKeys
  /** Where the API stands, with a slash at the end; undefined for X itself. */
  readonly base?: string | undefined
  /** How long X may be silent. */
  readonly timeoutMillis?: number | undefined
  /** How long one request may take from beginning to end. */
  readonly totalMillis?: number | undefined
  /** How long one answer may be. */
  readonly mostBytes?: number | undefined
}

/** For what X shows to one person only (OAuth 1.0a). */
export type UserKeys = {
  readonly appKey: string
  readonly appSecret: string
  readonly accessToken: string
  readonly accessSecret: string
}

/** The one place where X is asked. */
export function createGet(settings: GetSettings): Get {
  const { token, base = 'https://api.x.com/2/', timeoutMillis: timeout = 30_000 } = settings
  const { totalMillis = 120_000, mostBytes = 20_000_000 } = settings
  const connect = createClient(token, base)
  return async (path, parameters) => {
    const watch = watchRequest({ totalMillis, bytes: mostBytes })
    const refuse = (error?: unknown) => {
      if (watch.passed() === 'time') return new Trouble('X: no whole answer in time: try again later', 'soon')
      if (watch.passed() === 'bytes') return tooLong(mostBytes)
      return error === undefined ? undefined : (toTrouble(error, path) ?? error)
    }
    try {
      const { data } = await connect(watch.plugin).v2.get<Buffer>(path, parameters, {
        prefix: base,
        fullResponse: true,
        forceParseMode: 'buffer',
        // The library does not listen for a broken compression: it would end the program.
        compression: 'identity',
        timeout,
      })
      const response = watch.response()
      const passed = refuse()
      if (passed) throw passed
      // The library takes for whole what broke off.
      if (response?.complete !== true) throw brokenOff()
      const status = response.statusCode ?? 0
      if (status >= 300) throw redirected(status, response.headers.location, base)
      return unpack(data, response.headers['content-encoding'], mostBytes)
    } catch (error) {
      throw refuse(error)
    } finally {
      watch.stop()
    }
  }
}

function brokenOff(): Trouble {
  return new Trouble('X: the connection broke off within an answer: try again', 'soon')
}

/** A client for each request: the library takes a plugin for all that a client asks. */
function createClient(
  token: string | UserKeys,
  base: string,
): (plugin: ITwitterApiClientPlugin) => TwitterApi {
  const keys = typeof token === 'string' ? [token] : Object.values(token)
  if (!keys.every((key) => /^[\x21-\x7e]+$/.test(key))) {
    const name = typeof token === 'string' ? 'X_BEARER_TOKEN' : 'one of INBOX_X_…'
    throw new Problem(`${name} holds a space or a character that no token has: copy it again`)
  }
  if (!URL.canParse(base)) throw new Problem(`${base}: this is no address of X's API: take it out`)
  const { protocol, hostname } = new URL(base)
  const isHere = /^(127\.0\.0\.1|localhost|\[::1\])$/.test(hostname)
  if (protocol !== 'https:' && !(protocol === 'http:' && isHere)) {
    // The token would be readable on the way.
    throw new Problem(
      `${base}: the address of X's API must begin with https:// unless it is on this computer`,
    )
  }
  // Without an agent of its own the library refuses plain http, and leaves listeners on connections it shares.
  const httpAgent = protocol === 'https:' ? new HttpsAgent() : new HttpAgent()
  return (plugin) => {
    const settings = { httpAgent, plugins: [plugin] }
    return typeof token === 'string' ? new TwitterApi(token, settings) : new TwitterApi(token, settings)
  }
}
