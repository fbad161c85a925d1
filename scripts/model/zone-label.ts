import { offsetAt } from './zone.ts'

/** Short names by offset in minutes, where readers know them; everywhere else the offset itself is shown. */
const names: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  'Europe/London': { 0: 'GMT', 60: 'BST' },
  'Europe/Belfast': { 0: 'GMT', 60: 'BST' },
  'Europe/Dublin': { 0: 'GMT', 60: 'IST' },
  'Europe/Paris': { 60: 'CET', 120: 'CEST' },
  'Europe/Berlin': { 60: 'CET', 120: 'CEST' },
  'Europe/Madrid': { 60: 'CET', 120: 'CEST' },
  'Europe/Rome': { 60: 'CET', 120: 'CEST' },
  'Europe/Amsterdam': { 60: 'CET', 120: 'CEST' },
  'Europe/Brussels': { 60: 'CET', 120: 'CEST' },
  'America/New_York': { '-300': 'EST', '-240': 'EDT' },
  'America/Toronto': { '-300': 'EST', '-240': 'EDT' },
  'America/Chicago': { '-360': 'CST', '-300': 'CDT' },
  'America/Denver': { '-420': 'MST', '-360': 'MDT' },
  'America/Los_Angeles': { '-480': 'PST', '-420': 'PDT' },
  'Australia/Sydney': { 600: 'AEST', 660: 'AEDT' },
  'Australia/Melbourne': { 600: 'AEST', 660: 'AEDT' },
  'Pacific/Auckland': { 720: 'NZST', 780: 'NZDT' },
}

/** What a page calls the zone at an instant: `GMT`, `BST`, or `UTC+5:30` where no short name is known. */
export function zoneLabel(instant: string, zone: string): string {
  const minutes = Math.round(offsetAt(instant, zone) / 60)
  return names[zone]?.[minutes] ?? offsetLabel(minutes)
}

/** `London` for `Europe/London`. */
export function zonePlace(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')
}

function offsetLabel(minutes: number): string {
  if (minutes === 0) return 'UTC'
  const whole = Math.floor(Math.abs(minutes) / 60)
  const rest = Math.abs(minutes) % 60
  const sign = minutes < 0 ? '-' : '+'
  return rest === 0 ? `UTC${sign}${whole}` : `UTC${sign}${whole}:${String(rest).padStart(2, '0')}`
}
