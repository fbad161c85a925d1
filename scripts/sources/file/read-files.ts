import type { Reading } from '../source.ts'
import { type NamedAnswer, toReading } from '../x/reading.ts'
import { listFiles, readText } from './disk.ts'
import { parseDocuments } from './documents.ts'
import { isForeign, toAnswers } from './shapes.ts'

export type FileOptions = {
  /** UTC instant of a local date and time (`2010-12-17T13:02:11`) in the chat's zone. */
  readonly toInstant: (localDateTime: string) => string
  /** Local date of the session that is wanted: tells 10/12 from 12/10. */
  readonly date?: string | undefined
}

/**
 * Posts from disk: X's answers as JSON or JSONL, or a table, in one file or a folder of them (by name).
 * Throws a Problem with file and line for whatever cannot be read; skips nothing without a warning.
 */
export async function readFiles(path: string, _options: FileOptions): Promise<Reading> {
  const { files, isFolder, ...listing } = await listFiles(path)
  const warnings = [...listing.warnings]
  const answers: NamedAnswer[] = []
  for (const file of files) {
    const documents = parseDocuments(await readText(file), file)
    if (isForeign(documents) && isFolder)
      warnings.push(`${file}: not an answer of X's search, so it was not read`)
    else answers.push(...documents.flatMap(({ value, where }) => toAnswers(value, where)))
  }
  const reading = toReading(answers)
  return { ...reading, pages: files.length, warnings: [...warnings, ...reading.warnings] }
}
