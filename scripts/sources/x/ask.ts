import { Agent } from 'node:http'
import { TwitterApi } from 'twitter-api-v2'
import { Problem } from '../../model/problem.ts'
import { toProblem } from './refusal.ts'
import type { Search } from './search.ts'

/** Asks X for one page; the answer's body as it came. Throws a Problem for every refusal. */
export type Ask = (search: Search, nextToken: string | undefined) => Promise<string>

export type AskSettings = {
  /** Bearer token; never shown. */
  readonly token: string
  /** Where the API stands, with a slash at the end; undefined for X itself. */
  readonly base?: string | undefined
  /** How long X may be silent. */
  readonly timeoutMillis?: number | undefined
}

export function createAsk(settings: AskSettings): Ask {
  const { token, base = 'https://api.x.com/2/', timeoutMillis: timeout = 30_000 } = settings
  const client = createClient(token, base)
  // The one place where X is asked: waiting and trying again belong around this `get`.
  return async (search, nextToken) => {
    const parameters = { ...search.parameters, next_token: nextToken }
    try {
      const { data } = await client.v2.get<string>(`tweets/search/${search.reach}`, parameters, {
        prefix: base,
        fullResponse: true,
        forceParseMode: 'text',
        // The library does not listen for a broken compression: it would end the program.
        compression: 'identity',
        timeout,
      })
      return data
    } catch (error) {
      throw toProblem(error, search.reach) ?? error
    }
  }
}

function createClient(token: string, base: string): TwitterApi {
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new Problem('X_BEARER_TOKEN holds a space or a character that no token has: copy it again')
  }
  const { protocol, hostname } = new URL(base)
  if (protocol === 'https:') return new TwitterApi(token)
  if (protocol !== 'http:' || !/^(127\.0\.0\.1|localhost|\[::1\])$/.test(hostname)) {
    // The token would be readable on the way.
    throw new Problem(
      `${base}: the address of X's API must begin with https:// unless it is on this computer`,
    )
  }
  // Without an agent of its own the library refuses plain http.
  return new TwitterApi(token, { httpAgent: new Agent() })
}
