import type { Chat } from '../model/chat.ts'
import type { Post } from '../model/post.ts'
import type { Session } from '../model/session.ts'
import { listFolder, sessionFolder } from './folder.ts'
import type { Change } from './transaction.ts'

/**
 * Takes away the pictures that `before` showed and `after` does not, and those that are called after a removed
 * post: `media/1479-1.jpg`.
 */
export function mediaChanges(root: string, chat: Chat, { before, after }: Versions): Change[] {
  const folder = `${sessionFolder(chat.name, after.date)}/media`
  const shown = new Set(postsOf(after).flatMap(fileNames))
  const were = new Set(postsOf(before).flatMap(fileNames))
  const removed = postsOf(after).flatMap((post) => (post.removed ? [post.id] : []))
  return listFolder(root, folder)
    .filter((name) => !shown.has(name))
    .filter((name) => were.has(name) || removed.some((id) => name.startsWith(`${id}-`)))
    .map((name) => ({ path: `${folder}/${name}`, data: undefined }))
}

type Versions = { readonly before: Session; readonly after: Session }

function postsOf({ segments }: Session): Post[] {
  return segments.flatMap(({ posts }) =>
    posts.flatMap(({ post }) => (post.quoted ? [post, post.quoted] : [post])),
  )
}

function fileNames({ media }: Post): string[] {
  return media.flatMap(({ file }) => (file === undefined ? [] : [file]))
}
