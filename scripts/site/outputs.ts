import { copyFileSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { digestOf } from './digest.ts'
import type { Found } from './found-files.ts'
import type { Manifest, Output } from './manifest.ts'

/** The files of a site while it is built: those that are left as they stand, and those that are made. */
export type Outputs = {
  /** Whether a file stands as it was made, from just this; it is part of the site then. */
  readonly keep: (file: string, from: string) => boolean
  /** The same for all files whose names begin so, `search/2010/`. */
  readonly keepFolder: (prefix: string, from: string) => boolean
  readonly write: (file: string, content: string | Uint8Array, from: string) => void
  /** Takes a file over as it is; another one, or the same from elsewhere. */
  readonly copy: (source: string, file: string, from: string) => void
  /** Takes note of a file that stands there now. */
  readonly note: (file: string, holds: string, from: string) => void
  readonly all: () => Readonly<Record<string, Output>>
}

export function openOutputs(folder: string, found: Found, before: Manifest['outputs']): Outputs {
  const made: Record<string, Output> = {}
  const note = (file: string, holds: string, from: string) => {
    const { size, mtimeMs } = lstatSync(join(folder, file))
    made[file] = { from, holds, size, mtimeMs }
  }
  const keep = (file: string, from: string) => {
    const output = before[file]
    if (from === '' || output?.from !== from) return false
    const standing = findStanding(folder, file, { output, found })
    if (standing) made[file] = standing
    return standing !== undefined
  }
  const known = Object.keys(before)
  return {
    keep,
    keepFolder: (prefix, from) => {
      const files = known.filter((file) => file.startsWith(prefix))
      return files.length > 0 && files.every((file) => keep(file, from))
    },
    write: (file, content, from) => {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), content)
      note(file, holdsOf(content), from)
    },
    copy: (source, file, from) => {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      copyFileSync(source, join(folder, file))
      note(file, holdsOf(readFileSync(join(folder, file))), from)
    },
    note,
    all: () => made,
  }
}

/** Of what stands in a file. */
export function holdsOf(content: string | Uint8Array): string {
  return digestOf(content)
}

type Stand = { readonly output: Output; readonly found: Found }

/**
 * A file as it was made: by its size and time, as they were left; where only the time differs, as on another
 * computer, by what stands in it. Undefined where it is gone or was altered.
 */
export function findStanding(folder: string, file: string, { output, found }: Stand): Output | undefined {
  const now = found.files.get(file)
  if (now === undefined || now.size !== output.size) return undefined
  if (now.mtimeMs === output.mtimeMs) return output
  const isSame = holdsOf(readFileSync(join(folder, file))) === output.holds
  return isSame ? { ...output, mtimeMs: now.mtimeMs } : undefined
}
