import { DateTime, IANAZone } from 'luxon'
import { formatInstant } from './instant.ts'

/**
 * Whether a name is a time zone as the zone database writes it: `Europe/London`, or `UTC`. Abbreviations are
 * none: BST is in Bangladesh too, and GMT has no summer.
 */
export function isZone(name: string): boolean {
  if (name === 'UTC') return true
  return /^[A-Z][A-Za-z0-9_+-]*(\/[A-Z][A-Za-z0-9_+-]*)+$/.test(name) && IANAZone.isValidZone(name)
}

/** An instant as Luxon holds it, for libraries that take it so. */
export function zonedTime(instant: string, zone: string): DateTime {
  return local(instant, zone)
}

/** Local date of an instant, `2010-12-17`. */
export function localDate(instant: string, zone: string): string {
  return local(instant, zone).toFormat('yyyy-MM-dd')
}

/** Local wall time of an instant, `13:02:11`. */
export function localTime(instant: string, zone: string): string {
  return local(instant, zone).toFormat('HH:mm:ss')
}

/**
 * UTC instant (whole seconds) of a local date and time, `2010-12-17T13:00` or with seconds.
 * Of an hour that happens twice it is the first; in an hour that does not happen the time moves forward
 * by as much as the clocks do (1:30 becomes 2:30).
 */
export function toInstant(localDateTime: string, zone: string): string {
  const found = DateTime.fromISO(localDateTime, { zone })
  if (!found.isValid) throw new RangeError(`not a local time in ${zone}: ${localDateTime}`)
  // Luxon alone would choose by the offset that holds today.
  const millis = found.getPossibleOffsets().map((possible) => possible.toMillis())
  return formatInstant(Math.min(...millis))
}

/** Moves an instant by seconds, which may be negative. */
export function addSeconds(instant: string, seconds: number): string {
  return formatInstant(Date.parse(instant) + seconds * 1000)
}

/** Offset from UTC in seconds, east positive. */
export function offsetAt(instant: string, zone: string): number {
  return offsetAtMillis(Date.parse(instant), zone)
}

function offsetAtMillis(millis: number, zone: string): number {
  return Math.round(IANAZone.create(zone).offset(millis) * 60)
}

function local(instant: string, zone: string): DateTime {
  const found = DateTime.fromISO(instant, { zone })
  if (!found.isValid) throw new RangeError(`not an instant in ${zone}: ${instant}`)
  return found
}

/**
 * Local wall time (`13:02:11`) of instants from `from` to `to`, fast enough for every post of a large
 * archive: the offsets are looked up once. Outside that span it is right too, only slower.
 */
export function clockFor(zone: string, from: string, to: string): (instant: string) => string {
  const first = Date.parse(from)
  const last = Date.parse(to)
  const stretches = offsetStretches(zone, first, last)
  return (instant) => {
    const millis = Date.parse(instant)
    if (!(millis >= first && millis <= last)) return localTime(instant, zone)
    const stretch = stretches.findLast((candidate) => candidate.from <= millis)
    return timeOfDay(Math.floor(millis / 1000) + (stretch?.offset ?? 0))
  }
}

type Stretch = { readonly from: number; readonly offset: number }

const dayMillis = 86_400_000

function offsetStretches(zone: string, first: number, last: number): Stretch[] {
  const stretches = [{ from: first, offset: offsetAtMillis(first, zone) }]
  for (let day = first; day < last; day += dayMillis) {
    const end = Math.min(day + dayMillis, last)
    if (offsetAtMillis(day, zone) === offsetAtMillis(end, zone)) continue
    const from = changeBetween(zone, day, end)
    stretches.push({ from, offset: offsetAtMillis(from, zone) })
  }
  return stretches
}

/** The first millisecond with the later offset. */
function changeBetween(zone: string, before: number, after: number): number {
  const offset = offsetAtMillis(after, zone)
  let low = before
  let high = after
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAtMillis(middle, zone) === offset) high = middle
    if (offsetAtMillis(middle, zone) !== offset) low = middle
  }
  return high
}

function timeOfDay(localSeconds: number): string {
  const seconds = ((localSeconds % 86_400) + 86_400) % 86_400
  return `${twoDigits(Math.floor(seconds / 3600))}:${twoDigits(Math.floor(seconds / 60) % 60)}:${twoDigits(seconds % 60)}`
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}
