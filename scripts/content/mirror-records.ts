import { createHash } from 'node:crypto'
import { z } from 'zod'
import { compareCodePoints } from '../model/order.ts'
import { Problem } from '../model/problem.ts'
import { listFolder, readText } from './folder.ts'
import type { Change } from './transaction.ts'

/** What was published of one piece of a session, without its words. */
export type PieceRecord = {
  /** The place's own id. */
  readonly id: string
  /** Of what was sent last; '' where that is not known. */
  readonly hash: string
  /** Of the lines that stand there; `*` where any may be written over. */
  readonly lines: string
  /** Of lines that were on their way, `none` for none: whether they arrived, nobody knows. */
  readonly next?: string | undefined
  /** Somebody changed or deleted it there: it is left so. */
  readonly left?: 'edited' | 'deleted' | undefined
}

/** Key of the piece → what was published. */
export type SessionRecord = ReadonlyMap<string, PieceRecord>

const version = 1
const piece = z.strictObject({
  id: z.string().min(1),
  hash: z.string(),
  lines: z.string(),
  next: z.string().optional(),
  left: z.enum(['edited', 'deleted']).optional(),
})
const shape = z.strictObject({
  format: z.literal(version),
  places: z.record(z.string(), z.record(z.string(), piece)),
})
type File = z.output<typeof shape>

/** Local dates of which something was published somewhere, ascending. */
export function listMirrored(root: string, chat: string): string[] {
  return listFolder(root, folderOf(chat)).flatMap((name) => /^(\d{4}-\d\d-\d\d)\.json$/.exec(name)?.[1] ?? [])
}

/** What stands at a place of one session. Throws a Problem where the file is torn. */
export function readMirrorRecord(root: string, { chat, date, place }: RecordKey): SessionRecord {
  return new Map(Object.entries(readFile(root, pathOf(chat, date)).places[place] ?? {}))
}

export type RecordKey = {
  readonly chat: string
  /** Local date. */
  readonly date: string
  /** Name of the mirror and where it stands. */
  readonly place: string
}

/** The file goes with its last record. */
export function mirrorRecordChange(root: string, key: RecordKey, record: SessionRecord): Change {
  const path = pathOf(key.chat, key.date)
  const { [key.place]: _, ...others } = readFile(root, path).places
  const own = record.size === 0 ? {} : { [key.place]: sorted(Object.fromEntries(record)) }
  const places = sorted({ ...others, ...own })
  if (Object.keys(places).length === 0) return { path, data: undefined }
  return { path, data: `${JSON.stringify({ format: version, places }, null, 2)}\n` }
}

/** Short, and of no use to whoever wants the words. */
export function hashLines(lines: readonly string[]): string {
  return createHash('sha256').update(lines.join('\n')).digest('base64url').slice(0, 16)
}

/** Beside the sessions and not in their folders: it has to outlive a folder that the host deletes. */
function folderOf(chat: string): string {
  return `content/${chat}/mirrors`
}

function pathOf(chat: string, date: string): string {
  return `${folderOf(chat)}/${date}.json`
}

function readFile(root: string, path: string): File {
  const text = readText(root, path)
  if (text === undefined) return { format: version, places: {} }
  try {
    return shape.parse(JSON.parse(text))
  } catch {
    throw new Problem(
      `${path}:1: what was published cannot be read: restore the file from the last commit, or delete it: the posts are then found again by their names`,
    )
  }
}

function sorted<T>(entries: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).sort(([a], [b]) => compareCodePoints(a, b)))
}
