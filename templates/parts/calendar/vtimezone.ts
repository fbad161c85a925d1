import { tzlib_get_ical_block } from 'timezones-ical-library'

/** The rules of a zone as a calendar carries them, under the name given; undefined where they are not known. */
export function findVtimezone(zone: string): string | undefined {
  const [block] = [tzlib_get_ical_block(zone)].flat()
  if (!block?.startsWith('BEGIN:VTIMEZONE')) return undefined
  return block.replace(/^TZID:.*$/m, `TZID:${zone}`)
}
