import { ApiPartialResponseError, ApiRequestError, ApiResponseError } from 'twitter-api-v2'
import { z } from 'zod'
import { formatInstant } from '../../model/instant.ts'
import { list } from '../lenient.ts'
import { problem } from './answer.ts'
import { kindOf, sentenceOf } from './problems.ts'
import { type Again, Trouble } from './trouble.ts'

const refusal = problem.extend({ errors: list(problem) })
type Refusal = z.output<typeof refusal>

/**
 * What went wrong with a request, in words for the host; undefined for what is no fault of X or the network.
 * The library's errors hold the request and so the token: nothing of them is kept but what is read here.
 */
export function toTrouble(error: unknown, path: string): Trouble | undefined {
  if (error instanceof ApiResponseError) {
    const said = readBody(error.data)
    return new Trouble(`X answered ${error.code}: ${reasonFor(error, said, path)}`, againAfter(error, said))
  }
  if (error instanceof ApiPartialResponseError) {
    return new Trouble('X: the connection broke off within an answer: try again', 'soon')
  }
  if (error instanceof ApiRequestError) return new Trouble(`X: ${unreachable(error)}`, 'soon')
  return undefined
}

/** The library follows no redirect, and so must nobody: the token would go along. */
export function redirected(status: number, location: string | undefined, base: string): Trouble {
  const target = URL.canParse(location ?? '', base) ? new URL(location ?? '', base).host : 'nowhere'
  return new Trouble(
    `X answered ${status}: it points to ${target}, where the token was not sent: check that nothing between this computer and X changes its answers`,
  )
}

function againAfter(error: ApiResponseError, said: Refusal): Again {
  if (error.code >= 500 || error.code === 408) return 'soon'
  if (error.code !== 429 || isUsedUp(said)) return 'never'
  const reset = resetOf(error)
  return reset === undefined ? 'soon' : { from: reset }
}

function reasonFor(error: ApiResponseError, said: Refusal, path: string): string {
  if (error.code === 400) return misunderstood(said, path)
  if (error.code === 401) return 'X_BEARER_TOKEN is not accepted; see "Your own chat" in README.md'
  if (error.code === 403) return forbidden(said, path)
  if (error.code === 429) return tooMuch(said, error)
  if (error.code >= 500) return 'it has trouble of its own: try again later'
  return `${detailsOf(said)}: try again later`
}

function misunderstood(said: Refusal, path: string): string {
  if (!path.includes('search')) return `it does not understand the question: ${detailsOf(said)}`
  return `it does not understand the search: ${detailsOf(said)}: check chat.yaml`
}

function forbidden(said: Refusal, path: string): string {
  if (said.reason === 'client-not-enrolled' || kindOf(said) === 'client-not-enrolled') {
    return "the app of X_BEARER_TOKEN is in no project: attach it to one in X's developer console"
  }
  if (!path.endsWith('/all'))
    return `${detailsOf(said)}: check what the token may do in X's developer console`
  return 'the session is more than seven days old and X_BEARER_TOKEN may not search that far back: use --from with a saved copy'
}

function tooMuch(said: Refusal, error: ApiResponseError): string {
  if (isUsedUp(said)) {
    return "the posts that X_BEARER_TOKEN may read are used up: raise the limit in X's developer console, or wait until it begins anew"
  }
  const reset = resetOf(error)
  const when = reset === undefined ? 'in 15 minutes' : `after ${formatInstant(reset)}`
  return `too many requests: try again ${when}`
}

function isUsedUp(said: Refusal): boolean {
  return kindOf(said) === 'usage-capped'
}

/** Milliseconds since 1970. */
function resetOf(error: ApiResponseError): number | undefined {
  const seconds = Number(error.headers['x-rate-limit-reset'])
  return Number.isSafeInteger(seconds) && seconds > 0 && seconds < 8.64e12 ? seconds * 1000 : undefined
}

/** JSON where X itself answers, a page of HTML where something before it does. */
function readBody(body: unknown): Refusal {
  try {
    return refusal.parse(JSON.parse(String(body)))
  } catch {
    return refusal.parse({})
  }
}

/** The single errors are more exact than the whole. */
function detailsOf(said: Refusal): string {
  const exact = said.errors.filter((error) => (error.message ?? error.detail) !== undefined)
  return (exact.length > 0 ? exact : [said]).map(sentenceOf).join('; ')
}

const hidden = z.object({ error: z.object({ message: z.string(), code: z.string().optional() }) })

/** The library tells the cause nowhere in public. */
function unreachable(error: ApiRequestError): string {
  const cause = hidden.safeParse(Reflect.get(error, '_options')).data?.error
  if (cause?.message === 'Request timeout.') return 'no answer in time: try again later'
  return `it cannot be reached (${cause?.code ?? 'no connection'}): check the network and try again`
}
