import { setTimeout } from 'node:timers/promises'
import type { Reading, Source } from '../source.ts'
import { type AskSettings, createAsk } from './ask.ts'
import type { RequestNames } from './names.ts'
import { type Page, searchPages } from './pages.ts'
import { toReading } from './reading.ts'
import { toSearch } from './search.ts'

export type XSettings = AskSettings & {
  /** `tweet` unless X has stopped to understand it. */
  readonly names?: RequestNames | undefined
  /** Bodies of the first pages of the same search, from an earlier run. */
  readonly stored?: readonly string[] | undefined
  /** Called with each page as it comes, before the next is asked for: store `raw`, show progress. */
  readonly onPage?: ((page: Page) => void | Promise<void>) | undefined
  /** Waits between two requests for old sessions; tests need not. */
  readonly wait?: ((milliseconds: number) => Promise<unknown>) | undefined
}

/** X allows one request a second for what is older than seven days. */
const pauseMillis = 1100

/** Posts of X by its search. */
export function xSource(settings: XSettings): Source {
  const ask = createAsk(settings)
  const wait = settings.wait ?? setTimeout
  let asked = 0
  return async (wanted) => {
    const search = toSearch(wanted, settings.names ?? 'tweet')
    if (search === undefined) return nothing
    const politely: typeof ask = async (...request) => {
      if (search.reach === 'all' && asked > 0) await wait(pauseMillis)
      asked++
      return ask(...request)
    }
    const pages: Page[] = []
    for await (const page of searchPages(politely, search, settings.stored)) {
      pages.push(page)
      await settings.onPage?.(page)
    }
    return toReading(pages, search.to)
  }
}

const nothing: Reading = {
  posts: [],
  dropped: { protectedPosts: 0 },
  missing: { authors: [], posts: [] },
  pages: 0,
  readTo: undefined,
  warnings: [],
}
