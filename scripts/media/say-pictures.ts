import type { Fetched } from './fetch-pictures.ts'

/** What became of a session's pictures, in lines for the host; [] where there was nothing to do. */
export function sayPictures({ pictures, missed }: Fetched, session: Said): string[] {
  const { date, folder, removed } = session
  const done = [
    ...(pictures.length === 0 ? [] : [`${count(pictures.length)} saved in ${folder}/`]),
    ...(removed === 0 ? [] : [`${count(removed)} that no post shows any more removed`]),
  ]
  const misses = [...groupByReason(missed)].map(([why, urls]) => sayMissed(why, urls))
  if (done.length === 0 && misses.length === 0) return []
  return [`${date}: ${done.join('; ') || 'no picture saved'}`, ...misses]
}

type Said = { readonly date: string; readonly folder: string; readonly removed: number }

function groupByReason(missed: Fetched['missed']): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const [url, why] of missed) groups.set(why, [...(groups.get(why) ?? []), url])
  return groups
}

function sayMissed(why: string, urls: readonly string[]): string {
  const [first = ''] = urls
  const others = urls.length === 1 ? '' : ` and ${urls.length - 1} more`
  const address = URL.canParse(first) ? new URL(first).href : first
  return `  not saved: ${address.slice(0, 200)}${others}: ${why}; the next run tries again`
}

function count(n: number): string {
  return n === 1 ? '1 picture' : `${n} pictures`
}
