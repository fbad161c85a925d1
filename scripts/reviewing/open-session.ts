import { readIndex } from '../content/read-session.ts'
import { readStored, type StoredFolder } from '../content/read-stored.ts'
import { requireTimes } from '../fetching/require-times.ts'
import type { Chat } from '../model/chat.ts'
import { fileStored, type StoredFilings } from '../model/file-stored.ts'
import type { Post } from '../model/post.ts'
import { Problem } from '../model/problem.ts'

/** A session's folder, and where a merge would file each of its posts. */
export type OpenSession = StoredFilings & {
  readonly chat: Chat
  readonly folder: StoredFolder
  readonly posts: readonly Post[]
}

/** Throws a Problem where the date has no transcript, or one that cannot be understood. */
export function openSession(root: string, chat: Chat, date: string): OpenSession {
  const times = requireTimes(chat, date, readIndex(root, chat.name, date)?.plan)
  const folder = readStored({ root, chat, times, adopt: false })
  if (!folder || folder.session.segments.length === 0) {
    throw new Problem(
      `${date}: there is no transcript yet: npm run fetch -- --chat ${chat.name} ${date} makes one`,
    )
  }
  const posts = folder.session.segments.flatMap((segment) => segment.posts.map(({ post }) => post))
  return { ...fileStored({ chat, times: folder.times, stored: folder, posts }), chat, folder, posts }
}
