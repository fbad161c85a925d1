import { formatInstant } from '../../model/instant.ts'

/** X's time of day (`2010-12-17T13:02:11.000Z`) as an instant in whole seconds; undefined for anything else. */
export function findInstant(time: string | undefined): string | undefined {
  if (time === undefined || !/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/.test(time)) return undefined
  const milliseconds = Date.parse(time)
  return Number.isNaN(milliseconds) ? undefined : formatInstant(milliseconds)
}
