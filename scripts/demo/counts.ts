import type { Stretch } from './stretch.ts'
import type { Tweet } from './wire.ts'

export type Granularity = 'minute' | 'hour' | 'day'

export type Bucket = { readonly start: string; readonly end: string; readonly tweet_count: number }

const lengths = { minute: 60_000, hour: 3_600_000, day: 86_400_000 }

/** How many posts each minute, hour or day had, oldest first; the first and last bucket may be cut short. */
export function countBy(
  granularity: Granularity,
  tweets: readonly Tweet[],
  { start, end }: Stretch,
): Bucket[] {
  const length = lengths[granularity]
  const times = tweets.map((one) => Date.parse(one.created_at))
  const buckets: Bucket[] = []
  for (let from = start; from < end; ) {
    const next = Math.min(end, (Math.floor(from / length) + 1) * length)
    const begun = from
    buckets.push({
      start: new Date(begun).toISOString(),
      end: new Date(next).toISOString(),
      tweet_count: times.filter((time) => time >= begun && time < next).length,
    })
    from = next
  }
  return buckets
}
