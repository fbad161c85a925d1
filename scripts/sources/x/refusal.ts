import { ApiPartialResponseError, ApiRequestError, ApiResponseError } from 'twitter-api-v2'
import { z } from 'zod'
import { formatInstant } from '../../model/instant.ts'
import { Problem } from '../../model/problem.ts'
import { list } from '../lenient.ts'
import { problem } from './answer.ts'
import { kindOf, sentenceOf } from './problems.ts'
import type { Search } from './search.ts'

const refusal = problem.extend({ errors: list(problem) })
type Refusal = z.output<typeof refusal>

/**
 * What went wrong with a request, in words for the host; undefined for what is no fault of X or the network.
 * The library's errors hold the request and so the token: nothing of them is kept but what is read here.
 */
export function toProblem(error: unknown, reach: Search['reach']): Problem | undefined {
  if (error instanceof ApiResponseError) {
    return new Problem(`X answered ${error.code}: ${reasonFor(error, reach)}`)
  }
  if (error instanceof ApiPartialResponseError) {
    return new Problem('X: the connection broke off within an answer: try again')
  }
  if (error instanceof ApiRequestError) return new Problem(`X: ${unreachable(error)}`)
  return undefined
}

function reasonFor(error: ApiResponseError, reach: Search['reach']): string {
  const said = readBody(error.data)
  if (error.code === 400) return `it does not understand the search: ${detailsOf(said)}: check chat.yaml`
  if (error.code === 401) return 'X_BEARER_TOKEN is not accepted; see "Your own chat" in README.md'
  if (error.code === 403) return forbidden(said, reach)
  if (error.code === 429) return tooMuch(said, error)
  if (error.code >= 500) return 'it has trouble of its own: try again later'
  return `${detailsOf(said)}: try again later`
}

function forbidden(said: Refusal, reach: Search['reach']): string {
  if (said.reason === 'client-not-enrolled' || kindOf(said) === 'client-not-enrolled') {
    return "the app of X_BEARER_TOKEN is in no project: attach it to one in X's developer console"
  }
  if (reach === 'recent') return `${detailsOf(said)}: check what the token may do in X's developer console`
  return 'the session is more than seven days old and X_BEARER_TOKEN may not search that far back: use --from with a saved copy'
}

function tooMuch(said: Refusal, error: ApiResponseError): string {
  if (kindOf(said) === 'usage-capped') {
    return "the posts that X_BEARER_TOKEN may read are used up: raise the limit in X's developer console, or wait until it begins anew"
  }
  const reset = Number(error.headers['x-rate-limit-reset'])
  const when =
    Number.isSafeInteger(reset) && reset > 0 ? `after ${formatInstant(reset * 1000)}` : 'in 15 minutes'
  return `too many requests: try again ${when}`
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
