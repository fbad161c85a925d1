import { formatInstant } from '../../model/instant.ts'

/** A time as a table tells it. Where day and month may stand either way round, both readings are given. */
export type When = {
  readonly time: string
  /** `Z`, `+01:00`, or undefined for a local time. */
  readonly offset: string | undefined
  /** Local dates; undefined where the calendar has none. They differ only where the order is open. */
  readonly dayFirst: string | undefined
  readonly monthFirst: string | undefined
}

/** A date and time as hosts, spreadsheets and networks write it; undefined where either is missing. */
export function findWhen(cell: string): When | undefined {
  const number = findNumber(cell.trim())
  if (number !== undefined) return number
  const clock = takeClock(cell.replace(/(\d)T(\d)/, '$1 $2'))
  const days = clock === undefined ? undefined : findDays(clock.rest)
  if (clock === undefined || days === undefined) return undefined
  return { time: clock.time, offset: clock.offset, ...days }
}

/** The instant of a time that names its offset from UTC; undefined for a local time. */
export function findExactInstant(cell: string): string | undefined {
  const when = findWhen(cell)
  return when?.dayFirst === when?.monthFirst && when?.dayFirst !== undefined
    ? instantOf(when, when.dayFirst)
    : undefined
}

/** The instant of a time on one of its dates; undefined for a local time. */
export function instantOf(when: When, date: string): string | undefined {
  const millis = when.offset === undefined ? Number.NaN : Date.parse(`${date}T${when.time}${when.offset}`)
  return Number.isNaN(millis) ? undefined : formatInstant(millis)
}

/** The date that day and month make, `2010-12-17`; undefined where the calendar has none. */
function toDate(year: number, month: number, day: number): string | undefined {
  const text = `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`
  const millis = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(millis) && formatInstant(millis).startsWith(text) ? text : undefined
}

/** Seconds or milliseconds since 1970, or a spreadsheet's days since the end of 1899, which are local. */
function findNumber(cell: string): When | undefined {
  if (/^1\d{9}(\d{3})?$/.test(cell)) return fromMillis(Number(cell.slice(0, 10)) * 1000, 'Z')
  if (!/^[34]\d{4}[.,]\d+$/.test(cell)) return undefined
  const days = Number(cell.replace(',', '.')) - 25_569
  return fromMillis(Math.round(days * 86_400) * 1000, undefined)
}

function fromMillis(millis: number, offset: string | undefined): When {
  const text = formatInstant(millis)
  return { time: text.slice(11, 19), offset, ...certain(text.slice(0, 10)) }
}

type Clock = { readonly time: string; readonly offset: string | undefined; readonly rest: string }

const clockPattern =
  /(?<![\d:.])(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?(?:\s*([ap])\.?m\b\.?)?\s*(Z\b|(?:UTC|GMT)?[+-]\d\d:?\d\d\b|UTC\b|GMT\b)?(?![\d:])/i

/** The time of day and what else stands in the cell. */
function takeClock(cell: string): Clock | undefined {
  const match = clockPattern.exec(cell)
  if (match === null) return undefined
  const [whole, hours = '', minutes = '', seconds = '00', half, zone] = match
  const isTwelve = half !== undefined
  const hour = isTwelve ? (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hours)
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined
  if (isTwelve && (Number(hours) > 12 || Number(hours) === 0)) return undefined
  const time = `${twoDigits(hour)}:${minutes}:${seconds}`
  return { time, offset: toOffset(zone), rest: cell.replace(whole, ' ') }
}

function toOffset(zone: string | undefined): string | undefined {
  if (zone === undefined) return undefined
  const match = /([+-]\d\d):?(\d\d)$/.exec(zone)
  return match === null ? 'Z' : `${match[1]}:${match[2]}`
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

type Days = Pick<When, 'dayFirst' | 'monthFirst'>

/** The date in what a clock leaves of a cell; a weekday and words of courtesy are passed over. */
function findDays(rest: string): Days | undefined {
  const text = rest
    .replace(/\(.*\)|[,·@]|\bat\b|\bon\b/g, ' ')
    .replace(/^[\s-]*(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?\s)?\s*/i, '')
    .replace(/(\d)(st|nd|rd|th)\b/i, '$1')
    .trim()
  return findIso(text) ?? findNamed(text) ?? findSlashed(text)
}

function findIso(text: string): Days | undefined {
  const match = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text)
  return match === null ? undefined : known(toDate(Number(match[1]), Number(match[3]), Number(match[4])))
}

/** `17 Dec 2010`, `17-Dec-2010`, `December 17 2010`. */
function findNamed(text: string): Days | undefined {
  const match =
    /^(?<day>\d{1,2})[\s-]+(?<month>[a-z]{3})[a-z]*\.?[\s-]+(?<year>\d{4})$/i.exec(text) ??
    /^(?<month>[a-z]{3})[a-z]*\.?\s+(?<day>\d{1,2})\s+(?<year>\d{4})$/i.exec(text)
  if (match === null) return undefined
  const { day, month = '', year } = match.groups ?? {}
  return known(toDate(Number(year), months.indexOf(month.toLowerCase()) + 1, Number(day)))
}

/** Between points the day is first everywhere; between slashes and dashes it depends on the country. */
function findSlashed(text: string): Days | undefined {
  const match = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)$/.exec(text)
  if (match === null) return undefined
  const [, first, separator, second, years] = match
  const year = years?.length === 2 ? 2000 + Number(years) : Number(years)
  const dayFirst = toDate(year, Number(second), Number(first))
  if (separator === '.') return known(dayFirst)
  const monthFirst = toDate(year, Number(first), Number(second))
  return dayFirst === undefined && monthFirst === undefined ? undefined : { dayFirst, monthFirst }
}

function known(date: string | undefined): Days | undefined {
  return date === undefined ? undefined : certain(date)
}

function certain(date: string): Days {
  return { dayFirst: date, monthFirst: date }
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
