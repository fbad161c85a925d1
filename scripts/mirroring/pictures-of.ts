import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sessionFolder } from '../content/folder.ts'
import type { Picture } from '../mirrors/mirror.ts'
import type { Chat } from '../model/chat.ts'
import { isFileName } from '../model/file-name.ts'
import type { Session } from '../model/session.ts'
import { digestOf } from '../site/digest.ts'

/** The pictures of a session that are on the disk, by their file. */
export function picturesOf(root: string, chat: Chat, session: Session): ReadonlyMap<string, Picture> {
  const folder = join(root, sessionFolder(chat.name, session.date), 'media')
  const posts = session.segments.flatMap((segment) => segment.posts.map(({ post }) => post))
  const files = posts.flatMap(({ media, quoted }) =>
    [...media, ...(quoted?.media ?? [])].map(({ file }) => file),
  )
  const there = files.flatMap((file) => {
    if (file === undefined || !isFileName(file)) return []
    const path = join(folder, file)
    return existsSync(path) ? [[file, { path, digest: digestOf(readFileSync(path)) }] as const] : []
  })
  return new Map(there)
}
