import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writePrivate } from './private-file.ts'

/**
 * A text that a command keeps for its next run, in .cache/. Undefined where there is none, where it was kept under
 * another key, and where it is not just as it was written.
 */
export function readRemembered(root: string, path: string, key: string): string | undefined {
  const kept = readAny(join(root, path))
  const end = kept.indexOf('\n')
  const text = kept.slice(end + 1)
  return kept.slice(0, Math.max(end, 0)) === headOf(text, key) ? text : undefined
}

export function writeRemembered(
  root: string,
  path: string,
  { key, text }: { key: string; text: string },
): void {
  writePrivate(root, path, `${headOf(text, key)}\n${text}`)
}

function headOf(text: string, key: string): string {
  return createHash('sha256').update(`${key}\0${text}`).digest('base64url')
}

function readAny(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
