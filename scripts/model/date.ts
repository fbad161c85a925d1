import { DateTime } from 'luxon'

/** Whether a text is a date of the calendar, `2010-12-17`. */
export function isDate(text: string): boolean {
  return /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) && atNoon(text).isValid
}

/** ISO: 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: string): number {
  return atNoon(date).weekday
}

/** The date some days later, or earlier. */
export function addDays(date: string, days: number): string {
  return atNoon(date).plus({ days }).toFormat('yyyy-MM-dd')
}

function atNoon(date: string): DateTime {
  return DateTime.fromISO(`${date}T12:00:00`, { zone: 'utc' })
}
