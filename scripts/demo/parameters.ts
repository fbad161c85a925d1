import { readToken } from './page-token.ts'
import { invalidRequest, Refused } from './refusals.ts'
import type { Asked } from './stretch.ts'

/** The query's words; X takes 512 characters in the week's search and 1,024 in the archive's. */
export function readQueryText({ query, span }: Asked): string {
  const text = query.get('query')
  const longest = span === 'recent' ? 512 : 1024
  if (text === undefined)
    throw new Refused(invalidRequest('query', '', 'The `query` query parameter can not be empty'))
  if (text.trim() === '')
    throw new Refused(invalidRequest('query', text, "Rule must have a value: 'query' can not be empty"))
  if (text.length > longest) {
    throw new Refused(
      invalidRequest(
        'query',
        text,
        `There were errors processing your request: Rule length ${text.length} exceeds maximum of ${longest} characters`,
      ),
    )
  }
  return text
}

export function readMaxResults({ query, span }: Asked): number {
  const most = span === 'recent' ? 100 : 500
  const text = query.get('max_results') ?? '10'
  const count = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  if (count >= 10 && count <= most) return count
  throw new Refused(
    invalidRequest(
      'max_results',
      text,
      `The \`max_results\` query parameter value [${text}] is not between 10 and ${most}`,
    ),
  )
}

/** The id below which the page begins; undefined on the first page. */
export function readPageStart({ query }: Asked): string | undefined {
  const name = query.has('next_token') ? 'next_token' : 'pagination_token'
  const token = query.get(name)
  if (token === undefined) return undefined
  const below = readToken(token)
  if (below !== undefined) return below
  throw new Refused(
    invalidRequest(name, token, `The \`${name}\` query parameter value [${token}] is not valid`),
  )
}

export function readChoice(
  query: ReadonlyMap<string, string>,
  name: string,
  choices: readonly [string, ...string[]],
): string {
  const value = query.get(name) ?? choices[0]
  if (choices.includes(value)) return value
  throw new Refused(
    invalidRequest(
      name,
      value,
      `The \`${name}\` query parameter value [${value}] is not one of [${choices.join(',')}]`,
    ),
  )
}

export function readIds(query: ReadonlyMap<string, string>): string[] {
  const text = query.get('ids')
  if (text === undefined || text === '')
    throw new Refused(invalidRequest('ids', '', 'The `ids` query parameter can not be empty'))
  const ids = text.split(',')
  if (ids.length > 100) {
    throw new Refused(
      invalidRequest(
        'ids',
        text,
        `The number of values in the \`ids\` query parameter list [${ids.length}] is not between 1 and 100`,
      ),
    )
  }
  const wrong = ids.find((id) => !/^\d{1,19}$/.test(id))
  if (wrong === undefined) return ids
  throw new Refused(invalidRequest('ids', wrong, `The \`ids\` query parameter value [${wrong}] is not valid`))
}

/** X refuses parameters that it does not know. */
export function refuseUnknown(query: ReadonlyMap<string, string>, known: readonly string[]): void {
  const unknown = [...query.keys()].find((name) => !known.includes(name))
  if (unknown === undefined) return
  const message = `The query parameter [${unknown}] is not one of [${known.join(',')}]`
  throw new Refused(invalidRequest(unknown, query.get(unknown) ?? '', message))
}
