import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Seen } from '../content/content-ids.ts'
import type { SessionSummary } from '../model/summary.ts'
import { digestOf } from './digest.ts'

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

/** What lists and other pages need of a session, by chat and date, `lgovsm/2010-12-17`. */
export type KnownSessions = Readonly<Record<string, KnownSession>>

export type KnownSession = {
  /** Of what its folder holds and its chat's settings; '' where it changed during the build. */
  readonly id: string
  readonly summary: SessionSummary
  /** Names of the pictures that its pages show. */
  readonly media: readonly string[]
}

export type Kept = { readonly manifest: Manifest; readonly readSessions: () => KnownSessions }

/** Whatever was written in another form counts as nothing. */
const form = 'site 1'

/** Undefined where there is none, and where it is not just as it was written. */
export function readManifest(path: string): Kept | undefined {
  try {
    const bytes = readFileSync(path)
    const [head = '', first = ''] = [lineAt(bytes, 0), lineAt(bytes, 1)]
    const sessions = bytes.subarray(byteLength(head) + byteLength(first) + 2)
    if (head !== headOf(first, sessions.length)) return undefined
    return {
      manifest: JSON.parse(first) as Manifest,
      readSessions: () => JSON.parse(sessions.toString('utf8')) as KnownSessions,
    }
  } catch {
    return undefined
  }
}

/** Whole or not at all. */
export function writeManifest(path: string, manifest: Manifest, sessions: KnownSessions): void {
  const first = JSON.stringify(manifest)
  const second = JSON.stringify(sessions)
  const staged = `${path}.tmp`
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(staged, `${headOf(first, byteLength(second))}\n${first}\n${second}`, { flush: true })
  renameSync(staged, path)
}

/** What the disk's clock says, milliseconds: no file that is written from now on can be older. */
export function diskClock(path: string): number {
  const file = `${path}.clock`
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, '')
  const { mtimeMs } = statSync(file)
  rmSync(file)
  return mtimeMs
}

/** The sessions are too many to be added up each time: their length says whether they are all there. */
function headOf(first: string, length: number): string {
  return `${form} ${digestOf(first)} ${length}`
}

function lineAt(bytes: Buffer, number: number): string {
  const start = number === 0 ? 0 : bytes.indexOf('\n') + 1
  const end = bytes.indexOf('\n', start)
  return end < 0 ? '' : bytes.toString('utf8', start, end)
}

function byteLength(text: string): number {
  return Buffer.byteLength(text)
}
