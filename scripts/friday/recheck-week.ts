import { readIndex } from '../content/read-session.ts'
import type { Purse } from '../fetching/purse.ts'
import type { Chat } from '../model/chat.ts'
import { formatPrice } from '../model/price.ts'
import { askingPrice } from '../removing/asked-posts.ts'
import { type Checkable, newestSessions, type RecheckOptions, recheckSessions } from '../removing/recheck.ts'
import { recheckInTurns } from '../removing/turns.ts'
import type { ChatDay } from './chat-day.ts'

export type WeekOptions = RecheckOptions & {
  readonly days: readonly ChatDay[]
  /** UTC. */
  readonly now: string
}

/**
 * Once a week, after the first reading of a session: asks X whether the newest sessions and some older ones still
 * stand, for what max_cost has left. Without a token only the sample can be asked about.
 */
export async function recheckWeek(options: WeekOptions): Promise<void> {
  const { root, days, token, purse, tell } = options
  const isRead = (chat: Chat, date: string) => readIndex(root, chat.name, date)?.readTo !== undefined
  const weekly = days.filter(
    ({ chat, first }) => first.some((date) => isRead(chat, date)) && (chat.sample || token),
  )
  if (weekly.length === 0) return
  const newest = weekly.flatMap(({ chat, first }) =>
    newestSessions(root, chat).filter(({ date }) => !first.includes(date)),
  )
  const { now: asked, later } = affordable(newest, purse)
  await recheckSessions(asked, options)
  if (later.length > 0) {
    const dates = later.map(({ date }) => date).join(', ')
    tell(`Not asked about, since max_cost (${formatPrice(purse.maxCost)}) leaves too little: ${dates}`)
    return
  }
  if (days.every(({ chat }) => chat.sample || token)) await recheckInTurns(options)
}

/** The newest first; their order stays. */
function affordable(sessions: readonly Checkable[], { maxCost, spent }: Purse) {
  const now: Checkable[] = []
  const later: Checkable[] = []
  let left = maxCost - spent()
  for (const session of sessions.toReversed()) {
    const price = session.chat.sample ? 0 : askingPrice(session.posts)
    const isAffordable = later.length === 0 && price <= left
    const group = isAffordable ? now : later
    group.unshift(session)
    left -= price
  }
  return { now, later }
}
