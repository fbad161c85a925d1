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

export type Asked = { readonly query: ReadonlyMap<string, string>; readonly span: Span; readonly now: number }

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
