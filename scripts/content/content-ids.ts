import { createHash } from 'node:crypto'
import { lstatSync, readFileSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import { listContentFiles } from './content-files.ts'
import { toDiskProblem } from './disk-problem.ts'
import { gitIds } from './git-ids.ts'

/** What a file held when it was last read, and what the disk said of it then. */
export type Seen = {
  readonly id: string
  /** Size, times of change in milliseconds, and number on the disk, as one word. */
  readonly marks: string
}

export type ContentIds = {
  /** Relative to content/ → id of what the file holds, as git names it. */
  readonly files: ReadonlyMap<string, string>
  /** Those that had to be read, as far as they can be known again by their marks. */
  readonly seen: Readonly<Record<string, Seen>>
}

type Known = {
  readonly seen: Readonly<Record<string, Seen>>
  /** Time of the disk's clock, milliseconds, before anything was read. */
  readonly since: number
}

/**
 * What every file of content/ holds, without reading those that git or an earlier look vouches for. A file that was
 * changed as late as `since` is not known by its marks: within a tick of the disk's clock they may stay the same.
 */
export async function contentIds(root: string, known: Known): Promise<ContentIds> {
  const asked = gitIds(root)
  const names = listContentFiles(root)
  const vouched = await asked
  const files = new Map<string, string>()
  const seen: Record<string, Seen> = {}
  for (const file of names) {
    const id = vouched.get(file)
    if (id !== undefined) {
      files.set(file, id)
      continue
    }
    const path = join(root, 'content', file)
    const looked = look(path, known.seen[file])
    if (!looked) continue
    files.set(file, looked.id)
    if (looked.changed < known.since) seen[file] = { id: looked.id, marks: looked.marks }
  }
  return { files, seen }
}

/** Whether a file was written to at that time of the disk's clock or later; so is one that is gone. */
export function isChangedSince(root: string, file: string, since: number): boolean {
  const stats = lstatSync(join(root, 'content', file), { throwIfNoEntry: false })
  return stats === undefined || changedAt(stats) >= since
}

/** Undefined where it went away meanwhile, as editors' own files do. */
function look(path: string, before: Seen | undefined): (Seen & { readonly changed: number }) | undefined {
  try {
    const stats = lstatSync(path)
    const marks = `${stats.size} ${stats.mtimeMs} ${stats.ctimeMs} ${stats.ino}`
    const isLink = stats.isSymbolicLink()
    const id = !isLink && before?.marks === marks ? before.id : blobId(readFileSync(path))
    return { id, marks, changed: isLink ? Infinity : changedAt(stats) }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw toDiskProblem(error, path)
  }
}

function changedAt({ mtimeMs, ctimeMs }: Stats): number {
  return Math.max(mtimeMs, ctimeMs)
}

/** https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
function blobId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}
