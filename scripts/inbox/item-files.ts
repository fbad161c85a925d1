import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { writePrivate } from '../cache/private-file.ts'
import { listFolder, readText } from '../content/folder.ts'
import { Problem } from '../model/problem.ts'
import type { Item } from './item.ts'
import { formatItem, parseItem } from './item-shape.ts'

/** What waits for the host; ignored by git. One file an item, readable by nobody else. */
const area = '.inbox'
const items = `${area}/items`
const seen = `${area}/seen`

/** 32 hexadecimal digits: an id at a source may be of any form, and may name a person. */
export function hashOf(sourceId: string): string {
  return createHash('sha256').update(sourceId).digest('hex').slice(0, 32)
}

/** All items, by the time they were sent. Throws a Problem with the file where one is torn. */
export function readItems(root: string): Item[] {
  const all = listFolder(root, items)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => readItem(root, name.slice(0, -'.json'.length)) ?? [])
  return all.sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))
}

/** Undefined where there is none. */
export function readItem(root: string, id: string): Item | undefined {
  const path = `${items}/${id}.json`
  const text = readText(root, path)
  if (text === undefined) return undefined
  const item = parseItem(text)
  if (item) return item
  throw new Problem(`${path}: this cannot be read: mend it, or delete it; it is then gone for good`)
}

/** Whole or not at all. */
export function writeItem(root: string, item: Item): void {
  makeInbox(root)
  writePrivate(root, `${items}/${item.id}.json`, formatItem(item))
}

/** When its file was written last, in milliseconds since 1970: of what nobody touched, when it came in. */
export function writtenAt(root: string, id: string): number {
  return statSync(join(root, items, `${id}.json`)).mtimeMs
}

/** What it was is forgotten; that it came is not. */
export function deleteItem(root: string, id: string): void {
  rmSync(join(root, items, `${id}.json`), { force: true })
}

export function hasSeen(root: string, sourceId: string): boolean {
  return existsSync(join(root, seenPath(sourceId)))
}

/** Keeps a mark that says nothing but that this came. */
export function markSeen(root: string, sourceId: string): void {
  makeInbox(root)
  writePrivate(root, seenPath(sourceId), '')
}

function seenPath(sourceId: string): string {
  const hash = hashOf(sourceId)
  return `${seen}/${hash.slice(0, 2)}/${hash}`
}

function makeInbox(root: string): void {
  mkdirSync(join(root, area), { recursive: true, mode: 0o700 })
}
