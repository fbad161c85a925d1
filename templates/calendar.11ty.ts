import { calendarPath } from './parts/address.ts'
import { calendarOf } from './parts/calendar/calendar.ts'
import { fromChat } from './parts/made-from.ts'
import type { ChatData, SiteData } from './parts/site-data.ts'

type Data = { readonly archive: SiteData; readonly item: ChatData }

export const data = {
  pagination: { data: 'calendars', size: 1, alias: 'item' },
  permalink: ({ item }: Data) => calendarPath(item.chat.name),
}

export const madeFrom = ({ item }: Data): unknown => fromChat(item)

/** When a chat meets, for calendar programs. */
export function render({ archive, item }: Data): string {
  return calendarOf(archive, item)
}
