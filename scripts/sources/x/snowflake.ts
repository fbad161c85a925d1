import { formatInstant } from '../../model/instant.ts'

const epoch = 1_288_834_974_657n
/** Ids of November 2010 and later hold their time; older ones were counted up and stayed below this. */
const firstSnowflake = 29_700_000_000n

/** When an X id was made, UTC whole seconds; undefined for ids that hold no time. */
export function findTime(id: string): string | undefined {
  if (!/^[0-9]{1,19}$/.test(id)) return undefined
  const value = BigInt(id)
  if (value < firstSnowflake) return undefined
  return formatInstant(Number((value >> 22n) + epoch))
}
