import type { Chat } from '../chat.ts'
import { inOrder, type Post } from '../post.ts'
import type { SessionTimes } from '../schedule.ts'
import { personOf, readClues } from './clues.ts'
import { toHour } from './hour.ts'
import { findQuestions } from './questions.ts'

/**
 * Handles of who posted Q1 to Q3 as a host does, most questions first; a suggestion where the named hosts
 * asked nothing. A single question suggests nobody: people write "Q1" above an answer too.
 */
export function findLikelyHosts(posts: readonly Post[], times: SessionTimes, chat: Chat): string[] {
  const hour = toHour(times, chat)
  const ordered = inOrder(posts)
  const handles = new Map(
    ordered.flatMap((post) => (post.author.handle ? [[personOf(post), post.author.handle]] : [])),
  )
  return [...handles]
    .map(([person, handle]) => {
      const own = ordered
        .filter((post) => personOf(post) === person)
        .map((post) => readClues(post, new Set([person])))
      const asked = [...findQuestions(own, hour).values()].filter(({ number }) => number <= 3)
      return {
        handle,
        count: asked.length,
        first: asked.some(({ number }) => number === 1),
        asks: asked.filter(({ text }) => text.includes('?')).length,
      }
    })
    .filter(({ count, first }) => count >= 2 && first)
    .sort((a, b) => b.count - a.count || b.asks - a.asks)
    .map(({ handle }) => handle)
}
