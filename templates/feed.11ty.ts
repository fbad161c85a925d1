import { feedPath } from './parts/address.ts'
import { feedOf } from './parts/feed.ts'
import { fromChat } from './parts/made-from.ts'
import type { ChatData, SiteData } from './parts/site-data.ts'

type Data = { readonly archive: SiteData; readonly item: ChatData }

/** Made where the site's address is known, since a feed is read elsewhere. */
export const data = {
  pagination: { data: 'feeds', size: 1, alias: 'item' },
  permalink: ({ item }: Data) => feedPath(item.chat.name),
}

export const madeFrom = ({ item }: Data): unknown => fromChat(item)

/** The sessions of a chat for feed readers. */
export function render({ archive, item }: Data): string {
  return feedOf(archive, item)
}
