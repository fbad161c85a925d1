import { sampleNow, startStandIn } from '../demo/stand-in.ts'
import type { Download } from '../media/download.ts'
import { standInPictures } from '../media/stand-in-pictures.ts'
import type { Chat } from '../model/chat.ts'
import { formatInstant } from '../model/instant.ts'
import { Problem } from '../model/problem.ts'
import type { Counter, Reading, Wanted } from '../sources/source.ts'
import { xCounter } from '../sources/x/count.ts'
import type { Page } from '../sources/x/pages.ts'
import type { Countdown } from '../sources/x/patience.ts'
import { xSource } from '../sources/x/source.ts'
import { keepPages } from './kept-pages.ts'
import type { Purse } from './purse.ts'

/** A source for one chat, and the clock that it goes by. */
export type SessionSource = {
  /** For the session of a local date. */
  readonly read: (wanted: Wanted, date: string) => Promise<Reading>
  readonly count: Counter
  /** Where the sample's pictures are; undefined for the media hosts of site.yaml. */
  readonly pictures: Download | undefined
  /** UTC: what is later has not happened yet. */
  readonly now: string
  readonly close: () => Promise<void>
}

export type SourceInput = {
  readonly root: string
  readonly chat: Chat
  readonly token: string | undefined
  /** Where X's API stands; undefined for X itself. */
  readonly base?: string | undefined
  /** Milliseconds since 1970. */
  readonly clock: number
  readonly purse: Purse
  /** Called with each page that comes, from X or from an earlier run. */
  readonly onPage: (page: Page) => void
  /** Called each second while X lets nobody ask. */
  readonly onWait: (countdown: Countdown) => void
  /** Called before X is asked again for what went wrong. */
  readonly onAgain: (what: string) => void
}

/** X for a chat of one's own; for the sample, which costs nothing, a stand-in on this machine with its own clock. */
export async function openSource(input: SourceInput): Promise<SessionSource> {
  const { root, chat, token, base, clock, purse, onPage, onWait, onAgain } = input
  if (chat.sample) {
    const { url, token, close } = await startStandIn()
    const door = { token, base: url }
    const read = xSource({ ...door, onPage, wait: noWait })
    return {
      read,
      count: xCounter(door),
      pictures: standInPictures(url),
      now: sampleNow,
      close,
    }
  }
  if (!token) {
    throw new Problem(
      'X_BEARER_TOKEN is missing: put it into .env (see "Your own chat" in README.md), or read files with --from',
    )
  }
  const door = { token, base }
  const read: SessionSource['read'] = (wanted, date) => {
    const kept = keepPages({ root, chat, date })
    const source = xSource({
      ...door,
      onWait,
      onAgain,
      allow: purse.allow,
      stored: kept.stored,
      onPage: (page, search) => {
        // In this order: a run that dies between the two pays again, and X counts the same post once a day.
        if (!page.isStored) purse.pay(broughtBy(page))
        kept.add(page, search)
        onPage(page)
      },
    })
    return source(wanted)
  }
  return {
    read,
    count: xCounter(door),
    pictures: undefined,
    now: formatInstant(clock),
    close: async () => {},
  }
}

/** All that X may ask money for: what it refers to as well. */
function broughtBy({ answer: { posts, includes } }: Page) {
  return {
    posts: [...posts, ...includes.posts].map(({ id }) => id),
    people: includes.users.map(({ id }) => id),
  }
}

async function noWait(): Promise<void> {}
