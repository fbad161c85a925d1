import { addMinutes } from '../../model/instant.ts'
import { createAsk } from './ask.ts'
import { createGet, type GetSettings } from './get.ts'
import { toSearch } from './search.ts'

export type Trial = GetSettings & {
  readonly hashtags: readonly string[]
  /** UTC; the clock, read once by the command. */
  readonly now: string
}

/**
 * Asks X for the last minute of a chat, which costs nothing unless somebody is just posting, and then at most
 * ten posts. Throws a Problem where the token is not accepted or X cannot be reached.
 */
export async function tryToken({ hashtags, now, ...settings }: Trial): Promise<void> {
  const search = toSearch({ hashtags, from: addMinutes(now, -1), to: now, now }, 'tweet')
  if (search === undefined) throw new Error('a minute is longer than X takes to settle')
  const ask = createAsk(createGet({ timeoutMillis: 15_000, ...settings }))
  await ask({ ...search, parameters: { ...search.parameters, max_results: '10' } }, undefined)
}
