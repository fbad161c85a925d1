import { createHash } from 'node:crypto'
import { dropPages, listRawDates, type RawKey, readPages, writePage } from '../cache/raw-pages.ts'
import { readIndex } from '../content/read-session.ts'
import type { Chat } from '../model/chat.ts'
import { slotOn } from '../model/schedule.ts'
import { isComplete, readingWindow } from '../model/window.ts'
import type { Page } from '../sources/x/pages.ts'
import type { Search } from '../sources/x/search.ts'

/** The answers for one session that are kept until it is complete. */
export type KeptPages = {
  readonly stored: (search: Search) => readonly string[]
  readonly add: (page: Page, search: Search) => void
}

export type KeptInput = { readonly root: string; readonly chat: Chat; readonly date: string }

export function keepPages({ root, chat, date }: KeptInput): KeptPages {
  const keyOf = (search: Search): RawKey => ({ chat: chat.name, date, search: nameOf(search) })
  return {
    stored: (search) => readPages(root, keyOf(search)),
    add: (page, search) => {
      if (!page.isStored) writePage(root, keyOf(search), page)
    },
  }
}

/** The size of its pages does not make another search: they lead on from one to the next all the same. */
function nameOf({ reach, parameters }: Search): string {
  const { max_results, ...same } = parameters
  return createHash('sha256')
    .update(JSON.stringify([reach, same]))
    .digest('hex')
    .slice(0, 16)
}

/** Long after its last reading nobody finishes a session any more, and what people withdraw must not stay. */
const longestDays = 30

export type DropInput = {
  readonly root: string
  readonly chat: Chat
  /** UTC. */
  readonly now: string
  /** Dates that are about to be read. */
  readonly except: readonly string[]
}

/** Drops the pages of sessions that are complete, or will never be. */
export function dropFinished({ root, chat, now, except }: DropInput): void {
  const limit = Date.parse(now) - longestDays * 24 * 3_600_000
  for (const date of listRawDates(root, chat.name).filter((date) => !except.includes(date))) {
    const folder = readIndex(root, chat.name, date)
    const slot = slotOn(chat, date, folder?.plan)
    const isOpen =
      slot.kind === 'session' &&
      !isComplete({ times: slot.times, window: chat.window, readTo: folder?.readTo }) &&
      Date.parse(readingWindow(slot.times, chat.window).ends.at(-1) ?? '') > limit
    if (!isOpen) dropPages(root, chat.name, date)
  }
}
