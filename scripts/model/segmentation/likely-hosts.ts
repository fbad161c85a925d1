import type { Chat } from '../chat.ts'
import { inOrder, type Post } from '../post.ts'
import type { SessionTimes } from '../schedule.ts'
import { personOf, readClues, toCast } from './clues.ts'
import { type Hour, toHour } from './hour.ts'
import { findQuestions } from './questions.ts'

/**
 * Handles of who posted Q1 to Q3 as a host does, most questions first; a suggestion where the named hosts
 * asked nothing. A single question suggests nobody: people write "Q1" above an answer too.
 */
export function findLikelyHosts(posts: readonly Post[], times: SessionTimes, chat: Chat): string[] {
  const hour = toHour(times, chat)
  return postsByPerson(posts)
    .map((own) => toCandidate(own, hour))
    .filter(({ numbers }) => numbers.length >= 2 && numbers.includes(1))
    .sort((a, b) => b.numbers.length - a.numbers.length || b.marks - a.marks)
    .map(({ handle }) => handle)
}

function postsByPerson(posts: readonly Post[]): Post[][] {
  const own = new Map<string, Post[]>()
  for (const post of inOrder(posts)) {
    if (post.author.handle !== undefined) own.set(personOf(post), [...(own.get(personOf(post)) ?? []), post])
  }
  return [...own.values()]
}

/** Which of the first three questions someone would have asked as a host, and how many with a question mark. */
function toCandidate(own: readonly Post[], hour: Hour) {
  const handle = own[0]?.author.handle ?? ''
  const cast = toCast(own, new Set([handle.toLowerCase()]))
  const clues = own.map((post) => readClues(post, cast))
  const asked = [...findQuestions(clues, hour).values()].filter(({ number }) => number <= 3)
  return {
    handle,
    numbers: asked.map(({ number }) => number),
    marks: asked.filter(({ text }) => text.includes('?')).length,
  }
}
