import type { Chat } from '../model/chat.ts'
import { compareCodePoints } from '../model/order.ts'
import type { Post } from '../model/post.ts'
import { type SessionTimes, slotsBetween } from '../model/schedule.ts'
import { localDate } from '../model/zone.ts'

export type SessionPosts = { readonly times: SessionTimes; readonly posts: readonly Post[] }

/**
 * The sessions that took place in a heap of posts, by date: each scheduled hour in which something was said,
 * and those that are named. Every post goes to the session that is nearest in time, so none is lost; [] where
 * no hour fits.
 */
export function splitBySession(
  chat: Chat,
  posts: readonly Post[],
  named: readonly SessionTimes[] = [],
): SessionPosts[] {
  const instants = posts.map(({ at }) => at).sort(compareCodePoints)
  const [first] = instants
  const last = instants.at(-1)
  if (first === undefined || last === undefined) return []
  const scheduled = slotsBetween(chat, localDate(first, chat.zone), localDate(last, chat.zone))
    .flatMap((slot) => (slot.kind === 'session' ? [slot.times] : []))
    .filter(({ start, end }) => instants.some((at) => at >= start && at < end))
  const byDate = new Map([...scheduled, ...named].map((times) => [times.date, times]))
  const sessions = [...byDate.values()].sort((a, b) => compareCodePoints(a.date, b.date))
  return sessions.map((times) => ({
    times,
    posts: posts.filter((post) => nearest(sessions, post.at)?.date === times.date),
  }))
}

function nearest(sessions: readonly SessionTimes[], at: string): SessionTimes | undefined {
  const distance = ({ start, end }: SessionTimes) => {
    if (at < start) return Date.parse(start) - Date.parse(at)
    return at < end ? 0 : Date.parse(at) - Date.parse(end)
  }
  return sessions.reduce<SessionTimes | undefined>(
    (best, session) => (best === undefined || distance(session) < distance(best) ? session : best),
    undefined,
  )
}
