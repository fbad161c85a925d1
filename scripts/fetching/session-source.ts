import { sampleNow, startStandIn } from '../demo/stand-in.ts'
import type { Chat } from '../model/chat.ts'
import { formatInstant } from '../model/instant.ts'
import { Problem } from '../model/problem.ts'
import type { Counter, Source } from '../sources/source.ts'
import { xCounter } from '../sources/x/count.ts'
import type { Page } from '../sources/x/pages.ts'
import { xSource } from '../sources/x/source.ts'

/** A source for one chat, and the clock that it goes by. */
export type SessionSource = {
  readonly read: Source
  readonly count: Counter
  /** UTC: what is later has not happened yet. */
  readonly now: string
  readonly close: () => Promise<void>
}

export type SourceInput = {
  readonly chat: Chat
  readonly token: string | undefined
  /** Milliseconds since 1970. */
  readonly clock: number
  /** Called with the number of posts on each page that comes. */
  readonly onPage: (posts: number) => void
}

/** X for a chat of one's own; for the sample a stand-in on this machine, with its own clock. */
export async function openSource({ chat, token, clock, onPage }: SourceInput): Promise<SessionSource> {
  const tell = ({ answer }: Page) => onPage(answer.posts.length)
  if (chat.sample) {
    const { url, token, close } = await startStandIn()
    const count = xCounter({ token, base: url })
    return { read: xSource({ token, base: url, onPage: tell, wait: noWait }), count, now: sampleNow, close }
  }
  if (!token) {
    throw new Problem(
      'X_BEARER_TOKEN is missing: put it into .env (see "Your own chat" in README.md), or read files with --from',
    )
  }
  const read = xSource({ token, onPage: tell })
  return { read, count: xCounter({ token }), now: formatInstant(clock), close: async () => {} }
}

async function noWait(): Promise<void> {}
