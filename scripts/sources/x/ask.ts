import type { Get } from './get.ts'
import type { Search } from './search.ts'

/** Asks X for one page; the answer's body as it came. Throws a Trouble for every refusal. */
export type Ask = (search: Search, nextToken: string | undefined) => Promise<string>

export function createAsk(get: Get): Ask {
  return (search, nextToken) =>
    get(`tweets/search/${search.reach}`, { ...search.parameters, next_token: nextToken })
}
