import { textPath } from './parts/address.ts'
import { printable, unturned } from './parts/clean.ts'
import { contextOf } from './parts/context.ts'
import { fromSession } from './parts/made-from.ts'
import { sessionText } from './parts/plain/session-text.ts'
import type { SessionData, SiteData } from './parts/site-data.ts'

type Data = { readonly archive: SiteData; readonly item: SessionData }

export const data = {
  pagination: { data: 'texts', size: 1, alias: 'item' },
  permalink: ({ item }: Data) => textPath(item.chat.chat.name, item.summary.date),
}

export const madeFrom = ({ item }: Data): unknown => fromSession(item)

/**
 * The session as plain text. Its lines end as in mail and as every Windows Notepad wants them; the mark at the
 * beginning says UTF-8 to programs that would guess, as browsers do with a file from a disk.
 */
export function render({ archive, item }: Data): string {
  const { site, words } = archive
  const session = item.read()
  const context = contextOf({
    site,
    chat: item.chat.chat,
    words,
    session,
    media: '',
    bylineHref: () => undefined,
  })
  const text = printable(unturned(sessionText({ archive, item, session, context })))
  return `\ufeff${text.replaceAll('\n', '\r\n')}`
}
