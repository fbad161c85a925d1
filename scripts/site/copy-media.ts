import { statSync } from 'node:fs'
import { join } from 'node:path'
import { isFileName } from '../model/file-name.ts'
import type { Post } from '../model/post.ts'
import { Problem } from '../model/problem.ts'
import type { Session } from '../model/session.ts'
import { shownSegments } from '../model/shown.ts'
import type { Outputs } from './outputs.ts'

/** Pictures that a session's page shows, relative to `content/` as to the site: `lgovsm/2010-12-17/media/a.jpg`. */
export function mediaOf(chat: string, session: Session): string[] {
  const posts = shownSegments(session).flatMap(({ posts }) => posts.map(({ post }) => post))
  const names = posts.flatMap((post) => [...fileNames(post), ...(post.quoted ? fileNames(post.quoted) : [])])
  return [...new Set(names)].map((name) => `${chat}/${session.date}/media/${name}`)
}

/** A file may have been edited by hand: what leads out of the folder is no picture. */
function fileNames({ media }: Post): string[] {
  return media.flatMap(({ file }) => (file !== undefined && isFileName(file) ? [file] : []))
}

type Pictures = {
  /** Folder they are taken from. */
  readonly content: string
  /** Relative to it as to the site. */
  readonly files: readonly string[]
  /** What a file holds, as `contentIds` names it; '' where nobody can say. */
  readonly idOf: (file: string) => string
}

/** Copies those that are not there yet. Throws a Problem where a picture is named but not there. */
export function copyMedia({ content, files, idOf }: Pictures, outputs: Outputs): void {
  for (const file of files) {
    const source = join(content, file)
    const stats = statSync(source, { throwIfNoEntry: false })
    if (!stats) throw new Problem(`${source}: a post shows this picture, but it is not there: put it back, or take "file" out of the post`) // biome-ignore format: a sentence
    const id = idOf(file)
    // With its size, since a picture that is kept elsewhere has a stand-in that git knows by the same name.
    const from = id === '' ? '' : `${id} ${stats.size}`
    if (!outputs.keep(file, from)) outputs.copy(source, file, from)
  }
}
