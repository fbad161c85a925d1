import { readFileSync } from 'node:fs'
import { Problem } from '../model/problem.ts'

/**
 * A text file without its byte order mark; undefined where there is none. `shown` is how errors call it.
 * Throws a Problem where it is not UTF-8.
 */
export function readText(file: string, shown: string): string | undefined {
  const bytes = readBytes(file)
  if (bytes === undefined) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Problem(`${shown}: this is not UTF-8: save it again with the encoding UTF-8`)
  }
}

function readBytes(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
