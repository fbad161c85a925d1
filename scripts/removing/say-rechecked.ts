import type { Chat } from '../model/chat.ts'
import type { Rechecked } from './recheck-session.ts'

/** What X said of a session and what was done, in lines for the host. */
export function sayRechecked(chat: Chat, { date, counts, isDoubtful }: Rechecked): string[] {
  const asked = Object.values(counts).reduce((sum, n) => sum + n, 0)
  const gone = [
    [counts.deleted, 'deleted'],
    [counts.private, 'made private'],
    [counts.withheld, 'withheld'],
  ].flatMap(([n, what]) => (n === 0 ? [] : [`${n} ${what}`]))
  const name = `${chat.hashtags[0] ?? chat.title} of ${date}`
  if (isDoubtful) {
    return [
      `${name}: of ${asked} posts X says ${gone.join(', ')}. That is most of the session, so nothing was removed: look at a few of them on X; if it is true, run npm run recheck -- ${date} --yes`,
    ]
  }
  const parts = [
    gone.length === 0 ? 'none is gone' : `${gone.join(', ')}: removed`,
    ...(counts.edited > 0 ? [`${counts.edited} edited: taken over`] : []),
    ...(counts.unanswered > 0 ? [`X did not answer for ${counts.unanswered}: kept`] : []),
  ]
  return [`${name}: of ${asked} posts ${parts.join('; ')}`]
}
