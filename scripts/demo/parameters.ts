import { readToken } from './page-token.ts'
import { invalidRequest, Refused } from './refusals.ts'

/** A stretch of the archive that a request asks for. */
export type Stretch = {
  /** Milliseconds since 1970: start inclusive, end exclusive, whole seconds. */
  readonly start: number
  readonly end: number
  /** Ids, both exclusive. */
  readonly since: string | undefined
  readonly until: string | undefined
}

export type Span = 'recent' | 'all'

type Asked = { readonly query: ReadonlyMap<string, string>; readonly span: Span; readonly now: number }

const week = 7 * 24 * 3_600_000
/** The first post of all: 21 March 2006. */
const beginning = Date.parse('2006-03-21T00:00:00Z')

export function readStretch({ query, span, now }: Asked): Stretch {
  const earliest = span === 'recent' ? now - week : beginning
  const start = readTime(query, 'start_time') ?? earliest
  const end = readTime(query, 'end_time') ?? now - 10_000
  const given = (name: string) => query.get(name) ?? ''
  if (start < earliest) {
    throw refused(query, 'start_time', `'start_time' must be on or after ${minute(earliest)}`)
  }
  if (end > now - 10_000) {
    throw refused(query, 'end_time', `'end_time' must be a minimum of 10 seconds prior to the request time.`)
  }
  if (end <= start) {
    const name = query.has('end_time') ? 'end_time' : 'start_time'
    throw new Refused(
      invalidRequest(
        name,
        given(name),
        `Invalid '${name}':'${given(name)}'. 'end_time' must be after 'start_time'.`,
      ),
    )
  }
  const since = readId(query, 'since_id')
  const until = readId(query, 'until_id')
  if ((since ?? until) !== undefined && (query.has('start_time') || query.has('end_time'))) {
    const message = "Invalid use of 'since_id' or 'until_id' in conjunction with 'start_time' or 'end_time'."
    throw new Refused(
      invalidRequest(since === undefined ? 'until_id' : 'since_id', since ?? until ?? '', message),
    )
  }
  return { start, end, since, until }
}

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

/** Fractions of a second are dropped, as X does. */
function readTime(query: ReadonlyMap<string, string>, name: string): number | undefined {
  const text = query.get(name)
  if (text === undefined) return undefined
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isFinite(time)) return Math.floor(time / 1000) * 1000
  throw refused(
    query,
    name,
    `The \`${name}\` query parameter value [${text}] is not a valid RFC3339 date-time`,
  )
}

function readId(query: ReadonlyMap<string, string>, name: string): string | undefined {
  const text = query.get(name)
  if (text === undefined || /^\d{1,19}$/.test(text)) return text
  throw refused(query, name, `'${name}' must be a Tweet id`)
}

function refused(query: ReadonlyMap<string, string>, name: string, why: string): Refused {
  const value = query.get(name) ?? ''
  return new Refused(invalidRequest(name, value, `Invalid '${name}':'${value}'. ${why}`))
}

/** As X writes the border in its message: `2010-12-13T09:00Z`. */
function minute(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16)}Z`
}
