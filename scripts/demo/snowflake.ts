/** X's ids count milliseconds from here: 2010-11-04T01:42:54.657Z. */
const epoch = 1288834974657n

/** A worker number beyond those seen in ids of 2010, so that an invented id is nobody's post. */
const worker = 0x3ffn << 12n

/**
 * The id of the nth post (from 0) of a second. Like X's own it encodes its time: earlier posts have
 * smaller ids, and ids of one second ascend with n.
 */
export function idOf(instant: string, n: number): string {
  const start = Date.parse(instant)
  if (!(start > Number(epoch)))
    throw new RangeError(`${instant}: ids that tell their time begin in November 2010`)
  const millisecond = BigInt(start + spread(start) + (n % 500))
  return String(((millisecond - epoch) << 22n) | worker | BigInt(Math.floor(n / 500)))
}

/** When the post of an id was said: UTC, whole seconds. */
export function timeOf(id: string): string {
  const milliseconds = Number((BigInt(id) >> 22n) + epoch)
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
}

/** People do not post on the stroke of the second: up to half a second, always the same for a time. */
function spread(start: number): number {
  return ((start / 1000) * 373) % 500
}
