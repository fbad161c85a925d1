import { fileAt } from './parts/address.ts'
import { blogAskPath } from './parts/blog/blog-address.ts'
import { askMain, submitMain } from './parts/blog/door.ts'
import { layout } from './parts/layout.ts'
import type { SiteData } from './parts/site-data.ts'

type Data = { readonly archive: SiteData; readonly item: string }

export const data = {
  pagination: { data: 'blogDoors', size: 1, alias: 'item' },
  permalink: ({ item }: Data) => fileAt(item),
}

/** How to send a question in beforehand, and an answer afterwards, from off the network. */
export function render({ archive, item }: Data): string {
  const { words, chats } = archive
  const isAsk = item === blogAskPath
  return layout(archive, {
    path: item,
    title: isAsk ? words.blog.askTitle : words.blog.submitTitle,
    blog: 'card',
    hosts: chats.length === 1 ? (chats[0]?.chat.hosts ?? []) : [],
    main: isAsk ? askMain(archive) : submitMain(archive),
  })
}
