import type { Chat } from '../chat.ts'
import type { Clues } from './clues.ts'
import { type Hour, minute } from './hour.ts'
import { findReposts } from './reposts.ts'
import { findSpam } from './spam.ts'
import type { Why } from './types.ts'

/** Post id → why it stands outside: another day, noise, a repetition, or left out by the chat. */
export function findOutside(clues: readonly Clues[], hour: Hour, chat: Chat): ReadonlyMap<string, Why> {
  const leftOut = new Set(chat.leaveOut.map((name) => name.replace(/^@/, '').toLowerCase()))
  const near = clues.filter((clue) => !isOtherDay(clue, hour))
  const reposts = findReposts(near)
  const spam = findSpam(near, hour.hashtags)
  const outside = new Map<string, Why>()
  for (const clue of clues) {
    const { id } = clue.post
    if (leftOut.has(clue.author) || leftOut.has(id.toLowerCase())) outside.set(id, 'left-out')
    else if (isOtherDay(clue, hour)) outside.set(id, 'otherday')
    else if (clue.post.repostOf !== undefined || reposts.has(id)) outside.set(id, 'repost')
    else if (spam.has(id)) outside.set(id, 'spam')
  }
  return outside
}

/** Another local date, or long before the start. An hour around midnight has its own before and after. */
function isOtherDay({ time }: Clues, hour: Hour): boolean {
  if (time < hour.opens) return true
  return (
    (time < hour.dayStart && time < hour.start - 60 * minute) ||
    (time >= hour.dayEnd && time >= hour.end + 60 * minute)
  )
}
