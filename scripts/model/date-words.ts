import { weekdayOf } from './date.ts'

/** Own words for dates: the same bytes whatever locale data a machine has. */
export type DateLanguage = 'en' | 'cy'

const months = {
  en: 'January February March April May June July August September October November December'.split(' '),
  cy: 'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr'.split(' '),
}

const weekdays = {
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
  cy: 'Llun Mawrth Mercher Iau Gwener Sadwrn Sul'.split(' ').map((day) => `dydd ${day}`),
}

/** 1 is January. */
export function monthName(month: number, language: DateLanguage = 'en'): string {
  return months[language][month - 1] ?? ''
}

/** ISO: 1 is Monday. `Friday`, `dydd Gwener`. */
export function weekdayName(weekday: number, language: DateLanguage = 'en'): string {
  return weekdays[language][weekday - 1] ?? ''
}

/** `17 December 2010`. */
export function dateWords(date: string, language: DateLanguage = 'en'): string {
  const month = monthName(Number(date.slice(5, 7)), language)
  return `${Number(date.slice(8, 10))} ${month} ${date.slice(0, 4)}`
}

/** `Friday 17 December 2010`. */
export function longDateWords(date: string, language: DateLanguage = 'en'): string {
  return `${weekdayName(weekdayOf(date), language)} ${dateWords(date, language)}`
}

/** `1pm`, `1.20pm`, `12 noon`, `12 midnight`; Welsh: `13:00`. From `13:00` or `13:00:00`. */
export function timeWords(time: string, language: DateLanguage = 'en'): string {
  if (language === 'cy') return time.slice(0, 5)
  const hour = Number(time.slice(0, 2))
  const minute = time.slice(3, 5)
  if (minute === '00' && hour === 12) return '12 noon'
  if (minute === '00' && hour === 0) return '12 midnight'
  const half = hour < 12 ? 'am' : 'pm'
  const shown = hour % 12 === 0 ? 12 : hour % 12
  return minute === '00' ? `${shown}${half}` : `${shown}.${minute}${half}`
}

/** ISO weekday of a name in any of our languages, or of its first three letters; undefined where it is none. */
export function findWeekday(name: string): number | undefined {
  const wanted = name.trim().toLowerCase()
  if (wanted.length < 3) return undefined
  for (const list of [weekdays.en, weekdays.cy, weekdays.cy.map((day) => day.slice(5))]) {
    const index = list.findIndex((day) => matches(day.toLowerCase(), wanted))
    if (index >= 0) return index + 1
  }
  return undefined
}

function matches(day: string, wanted: string): boolean {
  return day === wanted || `${day}s` === wanted || day.slice(0, 3) === wanted
}
