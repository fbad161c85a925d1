import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { listFolder, readText } from '../content/folder.ts'
import { writePrivate } from './private-file.ts'

/** Whose answers: those of one search for one session. */
export type RawKey = {
  readonly chat: string
  /** Local date. */
  readonly date: string
  /** The same for the same search, whatever the size of its pages. */
  readonly search: string
}

/**
 * Answers as they came, kept until their session is complete, so that a run that dies pays for none of them
 * again: `.cache/raw/<chat>/<date>/<search>/001.json`. They hold what people may yet withdraw.
 */
const area = '.cache/raw'

export function rawFolder({ chat, date, search }: RawKey): string {
  return `${area}/${chat}/${date}/${search}`
}

/** Bodies of the first pages, as far as they are there. */
export function readPages(root: string, key: RawKey): string[] {
  const pages: string[] = []
  for (let number = 1; ; number++) {
    const raw = readText(root, pagePath(key, number))
    if (raw === undefined || !isWhole(raw)) return pages
    pages.push(raw)
  }
}

/** Numbers from 1. Throws a Problem where the disk is full or may not be written. */
export function writePage(
  root: string,
  key: RawKey,
  page: { readonly number: number; readonly raw: string },
) {
  writePrivate(root, pagePath(key, page.number), page.raw)
}

export function dropPages(root: string, chat: string, date: string): void {
  rmSync(join(root, area, chat, date), { recursive: true, force: true })
}

/** Local dates of which there are pages. */
export function listRawDates(root: string, chat: string): string[] {
  return listFolder(root, `${area}/${chat}`)
}

function pagePath(key: RawKey, number: number): string {
  return `${rawFolder(key)}/${String(number).padStart(3, '0')}.json`
}

/** A machine that lost its power may have the name of a file without what was in it. */
function isWhole(raw: string): boolean {
  try {
    JSON.parse(raw)
    return true
  } catch {
    return false
  }
}
