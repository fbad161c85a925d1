import { compareCodePoints } from '../../../scripts/model/order.ts'
import type { SiteData } from '../site-data.ts'

/** Years with a session that was read over, ascending: each has a search bundle of its own. */
export function searchedYears({ chats }: SiteData): string[] {
  const dates = chats.flatMap(({ sessions }) =>
    sessions.filter(({ checked }) => checked).map(({ date }) => date),
  )
  return [...new Set(dates.map((date) => date.slice(0, 4)))].sort(compareCodePoints)
}
