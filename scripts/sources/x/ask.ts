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
  const client = createClient(settings)
  const timeout = settings.timeoutMillis ?? 30_000
  // The one place where X is asked: waiting and trying again belong around this `get`.
  return async (search, nextToken) => {
    const parameters = { ...search.parameters, next_token: nextToken }
    try {
      const { data } = await client.v2.get<string>(`tweets/search/${search.reach}`, parameters, {
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

function createClient({ token, base = 'https://api.x.com/2/' }: AskSettings): TwitterApi {
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new Problem('X_BEARER_TOKEN holds a space or a character that no token has: copy it again')
  }
  const client = new TwitterApi(token, { httpAgent: agentFor(base) })
  client.v2.setPrefix(base)
  return client
}

/** Plain http only on this machine: the token would be readable on the way. Without an agent the library refuses it. */
function agentFor(base: string): Agent | undefined {
  const { protocol, hostname } = new URL(base)
  if (protocol === 'https:') return undefined
  if (protocol === 'http:' && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(hostname)) return new Agent()
  throw new Problem(`${base}: the address of X's API must begin with https:// unless it is on this computer`)
}
