import { inOrder, type Post } from '../../model/post.ts'
import { Problem } from '../../model/problem.ts'
import type { Reading } from '../source.ts'
import { type NamedAnswer, toReading } from '../x/reading.ts'
import { listFiles, readText } from './disk.ts'
import { parseDocuments } from './documents.ts'
import { isForeign, toAnswers } from './shapes.ts'
import { type RowPost, type TableOptions, tablePosts } from './table-posts.ts'

/**
 * Posts from disk: X's answers as JSON or JSONL, or tables, in one file or a folder of them (by name).
 * Throws a Problem with file and line for whatever cannot be read; passes over nothing without a warning.
 */
export async function readFiles(path: string, options: TableOptions): Promise<Reading> {
  const { files, isFolder, warnings } = await listFiles(path)
  const parts: Part[] = []
  for (const file of files) parts.push(readPart(await readText(file), file, { ...options, isFolder }))
  const reading = toReading(parts.flatMap((part) => part.answers))
  return {
    ...reading,
    posts: inOrder([
      ...reading.posts,
      ...fromRows(
        parts.flatMap((part) => part.rows),
        reading.posts,
      ),
    ]),
    pages: files.length,
    warnings: [...warnings, ...reading.warnings, ...parts.flatMap((part) => part.warnings)],
  }
}

type Part = {
  readonly answers: readonly NamedAnswer[]
  readonly rows: readonly RowPost[]
  readonly warnings: readonly string[]
}

function readPart(text: string, file: string, options: TableOptions & { readonly isFolder: boolean }): Part {
  if (!/^\s*([[{]|window\.)/.test(text)) {
    const { posts, warnings } = tablePosts(text, file, options)
    return { answers: [], rows: posts, warnings }
  }
  const documents = parseDocuments(text, file)
  if (options.isFolder && isForeign(documents)) {
    return { answers: [], rows: [], warnings: [`${file}: not an answer of X's search, so it was not read`] }
  }
  return { answers: documents.flatMap(({ value, where }) => toAnswers(value, where)), rows: [], warnings: [] }
}

/** Each post of the tables once, less those that the answers, which say more, hold too. */
function fromRows(rows: readonly RowPost[], known: readonly Post[]): Post[] {
  const knownIds = new Set(known.map((post) => post.id))
  const found = new Map<string, RowPost>()
  for (const row of rows) {
    const other = found.get(row.post.id)
    if (other !== undefined) refuseDifferent(row, other)
    if (!knownIds.has(row.post.id)) found.set(row.post.id, row)
  }
  return [...found.values()].map(({ post }) => post)
}

function refuseDifferent(row: RowPost, other: RowPost): void {
  const said = ({ post }: RowPost) => JSON.stringify([post.author.handle?.toLowerCase(), post.text])
  if (said(row) === said(other)) return
  throw new Problem(
    `${row.where}: another post with the id ${row.post.id} stands at ${other.where}: delete the wrong row`,
  )
}
