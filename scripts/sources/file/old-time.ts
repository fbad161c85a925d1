import { formatInstant } from '../../model/instant.ts'

/** `Thu Jul 14 19:12:21 +0000 2016`, as the old API wrote times, as an instant; undefined for anything else. */
export function findOldInstant(time: string): string | undefined {
  const match = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d\d) (\d\d:\d\d:\d\d) ([+-]\d{4}) (\d{4})$/.exec(
    time.trim(),
  )
  const milliseconds = match === null ? Number.NaN : Date.parse(match.slice(1).join(' '))
  return Number.isNaN(milliseconds) ? undefined : formatInstant(milliseconds)
}
