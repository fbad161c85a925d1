import { listDates } from '../content/folder.ts'
import { readFolder } from '../content/read-session.ts'
import type { Chat } from '../model/chat.ts'
import { isContribution } from '../model/contribution.ts'

/**
 * The session that a run is about: the last of those it read, else the newest that has posts; answers may be sent in
 * before a session.
 */
export function findFocus(root: string, chat: Chat, read: readonly string[]): string | undefined {
  const all = listDates(root, chat.name)
  const candidates = [
    ...all.filter((date) => !read.includes(date)),
    ...all.filter((date) => read.includes(date)),
  ]
  return candidates.findLast((date) =>
    readFolder(root, chat, date).session.segments.some(({ posts }) =>
      posts.some(({ post }) => !isContribution(post)),
    ),
  )
}
