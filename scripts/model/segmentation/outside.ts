import type { Chat } from '../chat.ts'
import type { Clues } from './clues.ts'
import { type Hour, minute } from './hour.ts'
import { findHeadLabel } from './labels.ts'
import { findReposts } from './reposts.ts'
import { findSpam } from './spam.ts'
import type { Why } from './types.ts'

/** Post id → why it stands outside: another day, noise, a repetition, or left out by the chat. */
export function findOutside(clues: readonly Clues[], hour: Hour, chat: Chat): ReadonlyMap<string, Why> {
  const leftOut = new Set(chat.leaveOut.map((name) => name.replace(/^@/, '').toLowerCase()))
  const isNear = toNearness(clues, hour)
  const near = clues.filter(isNear)
  const reposts = findReposts(near)
  const spam = findSpam(near, hour.hashtags)
  const outside = new Map<string, Why>()
  for (const clue of clues) {
    const { id } = clue.post
    if (leftOut.has(clue.author) || leftOut.has(id.toLowerCase())) outside.set(id, 'left-out')
    else if (!isNear(clue)) outside.set(id, 'otherday')
    else if (clue.post.repostOf !== undefined || reposts.has(id)) outside.set(id, 'repost')
    else if (spam.has(id)) outside.set(id, 'spam')
  }
  return outside
}

const lateHours = 48

/** Near are posts of the same day, and later answers that say by themselves what they answer. */
function toNearness(clues: readonly Clues[], hour: Hour): (clue: Clues) => boolean {
  const sameDay = new Set(clues.filter((clue) => !isOtherDay(clue, hour)).map(({ post }) => post.id))
  return (clue) => {
    const { id, replyTo, quotes } = clue.post
    if (sameDay.has(id)) return true
    if (clue.time < hour.end || clue.time > hour.end + lateHours * 60 * minute) return false
    const answers = findHeadLabel(clue.words)?.kind === 'answer'
    return answers || sameDay.has(replyTo ?? '') || sameDay.has(quotes ?? '')
  }
}

/** Another local date, or long before the start. An hour around midnight has its own before and after. */
function isOtherDay({ time }: Clues, hour: Hour): boolean {
  if (time < hour.opens) return true
  return (
    (time < hour.dayStart && time < hour.start - 60 * minute) ||
    (time >= hour.dayEnd && time >= hour.end + 60 * minute)
  )
}
