import { setTimeout } from 'node:timers/promises'
import type { Reading, Source } from '../source.ts'
import { createAsk } from './ask.ts'
import { createGet, type GetSettings } from './get.ts'
import type { RequestNames } from './names.ts'
import { type Page, searchPages } from './pages.ts'
import { createPatience, type PatienceSettings } from './patience.ts'
import { toReading } from './reading.ts'
import { type Search, toSearch, withPageSize } from './search.ts'

export type XSettings = GetSettings &
  PatienceSettings & {
    /** `tweet` unless X has stopped to understand it. */
    readonly names?: RequestNames | undefined
    /** Bodies of the first pages of the same search, from an earlier run. */
    readonly stored?: ((search: Search) => readonly string[]) | undefined
    /** Called with each page as it comes, before the next is asked for: store `raw`, show progress. */
    readonly onPage?: ((page: Page, search: Search) => void | Promise<void>) | undefined
    /** Called before X is asked: of so many posts, how many may the page hold? Throws where there is no money. */
    readonly allow?: ((most: number) => number) | undefined
    readonly mostPages?: number | undefined
  }

/** X allows one request a second for what is older than seven days. */
const pauseMillis = 1100

/** Posts of X by its search. */
export function xSource(settings: XSettings): Source {
  const ask = createAsk(createGet(settings))
  const { wait = setTimeout, allow, mostPages } = settings
  return async (wanted) => {
    const search = toSearch(wanted, settings.names ?? 'tweet')
    if (search === undefined) return nothing
    const politely: typeof ask = async (search, nextToken) => {
      const affordable = allow ? withPageSize(search, allow) : search
      if (search.reach === 'all') await wait(pauseMillis)
      return ask(affordable, nextToken)
    }
    const stored = settings.stored?.(search)
    const patience = createPatience(settings)
    const pages: Page[] = []
    for await (const page of searchPages({ ask: politely, search, stored, patience, mostPages })) {
      pages.push(page)
      await settings.onPage?.(page, search)
    }
    return toReading(pages, search.to)
  }
}

const nothing: Reading = {
  posts: [],
  found: 0,
  isWhole: true,
  dropped: { protectedPosts: 0 },
  missing: { authors: [], posts: [] },
  pages: 0,
  readTo: undefined,
  warnings: [],
}
