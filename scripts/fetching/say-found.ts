import type { Chat } from '../model/chat.ts'
import { missingPosts } from '../model/found.ts'
import type { SessionTimes } from '../model/schedule.ts'
import type { Completeness } from './find-found.ts'

/** Whether the posts of a session are all that there are, in a line for the host. */
export function sayFound(chat: Chat, { date }: SessionTimes, { found, note }: Completeness): string {
  const again = `npm run fetch -- --chat ${chat.name} ${date} asks again`
  const hashtags = chat.hashtags.join(' or ')
  if (found.from === 'file') return '  from a file: nobody can tell what is missing in it'
  if (found.of === 'more') return `  not all: the reading stopped after ${found.posts} posts: ${again}`
  const missing = missingPosts(found)
  if (missing === undefined)
    return `  whether these are all is not known (${note ?? 'X did not count them'}): ${again}`
  if (missing === 0) return `  all ${found.posts} public posts with ${hashtags}, as X counts them`
  return `  ${missing} of ${found.of} public posts with ${hashtags} are missing: ${again}`
}
