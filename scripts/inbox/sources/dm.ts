import { Problem } from '../../model/problem.ts'
import type { Get } from '../../sources/x/get.ts'
import { Trouble } from '../../sources/x/trouble.ts'
import type { InboxSource } from '../collect.ts'
import { type Inbound, toIncoming } from './dm-incoming.ts'
import { type Page, type PageWanted, pageParameters, parsePage } from './dm-page.ts'
import { type MessagePurse, smallestPage } from './dm-purse.ts'
import { type SoFar, withPage } from './dm-so-far.ts'

export type MessagesSource = Inbound & {
  readonly get: Get
  readonly purse: MessagePurse
  /** How far earlier runs came. */
  readonly soFar: SoFar
  /** Called after each page, for the next run. */
  readonly remember: (soFar: SoFar) => void
  readonly tell: (line: string) => void
}

/** The most that X gives at once, for a first run. */
const largestPage = 100
/** Where some were read before: what is among them again is paid again, and more requests are refused. */
const firstPage = 20
const laterPage = 50
/** In one run: a page may be empty and have another behind it. */
const mostPages = 50

/**
 * Direct messages of the last 30 days, newest first, down to those that were read before; first what an earlier run
 * had no money for. Only what carries a chat's hashtag is kept; of all others nothing is, not even that there were any.
 */
export function messagesSource(source: MessagesSource): InboxSource {
  return {
    name: 'direct messages',
    read: async ({ take }) => {
      const { purse, remember, tell } = source
      let soFar = source.soFar
      let read = 0
      let stretches = soFar.rest ? 2 : 1
      try {
        for (let page = 0; stretches > 0 && page < mostPages && read + smallestPage <= purse.most; page++) {
          const size = Math.min(pageSize(soFar), purse.most - read)
          const { messages, next } = await ask(source, soFar, { size, token: soFar.rest?.token })
          read += messages.length
          purse.pay(messages.length)
          for (const message of messages) {
            const incoming = toIncoming(message, source)
            if (incoming) take(incoming)
          }
          soFar = withPage(soFar, { messages, next })
          remember(soFar)
          if (!soFar.rest) stretches -= 1
        }
      } finally {
        if (read > 0) tell(purse.say(read))
      }
      if (soFar.rest) tell('X: there are more direct messages: the next run goes on with those')
      else if (stretches > 0) tell('X: what came since the last run is not read yet: run it again')
    },
  }
}

function pageSize({ newest, rest }: SoFar): number {
  if (newest === undefined) return largestPage
  return rest ? laterPage : firstPage
}

async function ask(source: MessagesSource, soFar: SoFar, wanted: PageWanted): Promise<Page> {
  try {
    return parsePage(await source.get('dm_events', pageParameters(wanted)))
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    const isStale = soFar === source.soFar && soFar.rest && error.message.startsWith('X answered 400')
    if (!isStale) throw explained(error)
    source.remember({ ...soFar, rest: undefined })
    throw new Problem(
      'X: it no longer knows where the last run ended: run again to begin with the newest; what is among them again is paid again',
    )
  }
}

/** What X says of the token is about other keys here. */
function explained({ message }: Trouble): Problem {
  const keys = 'the four keys INBOX_X_… are not accepted, or may not read messages: see docs/inbox.md'
  return new Problem(/answered 40[13]/.test(message) ? `X: ${keys}` : message)
}
