import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type { Seen } from '../content/content-ids.ts'
import { digestOf, digestOfBytes } from './digest.ts'
import { type KnownSessions, packSessions, unpackSessions } from './known-sessions.ts'

/** What the last build knew. Written last, so that a build that died leaves the one before it. */
export type Manifest = {
  /** Of the code and all it stands on. */
  readonly key: string
  /** Of every file in content/; '' where one changed during the build. */
  readonly content: string
  readonly told: Told
  /** Files of content/ that can be known again without reading them. */
  readonly seen: Readonly<Record<string, Seen>>
  /** Files of the site, relative to its folder. */
  readonly outputs: Readonly<Record<string, Output>>
}

export type Told = {
  readonly pages: number
  readonly sessions: number
  /** What a host may want to know, as sentences. */
  readonly notices: readonly string[]
}

export type Output = {
  /** Of all that the file is made from; '' where nobody can say. */
  readonly from: string
  /** Of what stands in it. */
  readonly holds: string
  readonly size: number
  readonly mtimeMs: number
}

export type Kept = {
  readonly manifest: Manifest
  /** Undefined where they are not just as they were written. */
  readonly readSessions: () => KnownSessions | undefined
}

/** Whatever was written in another form counts as nothing. */
const form = 'site 2'

/** Undefined where there is none, and where it is not just as it was written. */
export function readManifest(path: string): Kept | undefined {
  const bytes = readBytes(path)
  const [head = '', first = '', of = ''] = [0, 1, 2].map((number) => lineAt(bytes, number))
  if (head !== headOf(first, of)) return undefined
  const packed = bytes.subarray([head, first, of].reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0))
  return {
    manifest: JSON.parse(first) as Manifest,
    readSessions: () => (digestOf(packed) === of ? unpackSessions(packed) : undefined),
  }
}

/** Whole or not at all. */
export function writeManifest(path: string, manifest: Manifest, sessions: KnownSessions): void {
  const first = JSON.stringify(manifest)
  const packed = packSessions(sessions)
  const of = digestOfBytes(packed)
  makeFolder(path)
  const staged = `${path}.tmp`
  const file = openSync(staged, 'w', 0o600)
  writeFileSync(file, `${headOf(first, of)}\n${first}\n${of}\n`)
  // Piece by piece, since together they are large.
  for (const bytes of packed) writeFileSync(file, bytes)
  fsyncSync(file)
  closeSync(file)
  renameSync(staged, path)
}

/** What the disk's clock says, milliseconds: no file that is written from now on can be older. */
export function diskClock(path: string): number {
  const file = `${path}.clock`
  makeFolder(file)
  writeFileSync(file, '')
  const { mtimeMs } = statSync(file)
  rmSync(file)
  return mtimeMs
}

/** For its owner alone, as all of .cache/. */
function makeFolder(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
}

/** Says whether the two lines below it are whole. */
function headOf(first: string, of: string): string {
  return `${form} ${digestOf(`${first}${of}`)}`
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}

function lineAt(bytes: Buffer, number: number): string {
  let start = 0
  for (let line = 0; line < number; line++) start = bytes.indexOf('\n', start) + 1
  const end = bytes.indexOf('\n', start)
  return end < 0 ? '' : bytes.toString('utf8', start, end)
}
