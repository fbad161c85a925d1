import { copyFile, mkdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isFileName } from '../model/file-name.ts'
import type { Post } from '../model/post.ts'
import { Problem } from '../model/problem.ts'
import type { Session } from '../model/session.ts'
import { shownSegments } from '../model/shown.ts'

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

/** Copies what is new or has another size or time. Throws a Problem where a picture is named but not there. */
export async function copyMedia(from: string, to: string, files: readonly string[]): Promise<void> {
  for (const file of files) {
    const source = await findStat(join(from, file))
    if (!source) throw new Problem(`${join(from, file)}: a post shows this picture, but it is not there: put it back, or take "file" out of the post`) // biome-ignore format: a sentence
    const target = await findStat(join(to, file))
    if (target && target.size === source.size && target.mtimeMs >= source.mtimeMs) continue
    await mkdir(dirname(join(to, file)), { recursive: true })
    await copyFile(join(from, file), join(to, file))
  }
}

async function findStat(path: string): Promise<{ size: number; mtimeMs: number } | undefined> {
  try {
    return await stat(path)
  } catch {
    return undefined
  }
}
