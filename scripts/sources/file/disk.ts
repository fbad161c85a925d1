import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { compareCodePoints } from '../../model/order.ts'
import { Problem } from '../../model/problem.ts'

export type Listing = {
  readonly files: readonly string[]
  readonly warnings: readonly string[]
  readonly isFolder: boolean
}

const readable = /\.(json|jsonl|ndjson|csv|tsv|js)$/i

/** The file itself, or the readable files of a folder by name; what is passed over is told, but for dot files. */
export async function listFiles(path: string): Promise<Listing> {
  const isFolder = (await explained(path, stat(path))).isDirectory()
  if (!isFolder) return { files: [path], warnings: [], isFolder }
  const entries = await explained(path, readdir(path, { withFileTypes: true }))
  const visible = entries.filter((entry) => !entry.name.startsWith('.'))
  const isWanted = (entry: (typeof entries)[number]) => !entry.isDirectory() && readable.test(entry.name)
  const files = visible.filter(isWanted).map((entry) => join(path, entry.name))
  const others = visible.filter((entry) => !isWanted(entry)).map((entry) => join(path, entry.name))
  if (files.length === 0) {
    throw new Problem(`${path}: no JSON, JSONL or CSV file in this folder: put the pages of the chat there`)
  }
  return {
    files: files.sort(compareCodePoints),
    warnings: others
      .sort(compareCodePoints)
      .map((other) => `${other}: not JSON, JSONL or CSV, so it was not read`),
    isFolder,
  }
}

/** A file as text: UTF-8, or UTF-16 where its first bytes say so. Never empty. */
export async function readText(file: string): Promise<string> {
  const text = decode(await explained(file, readFile(file)), file)
  if (text.trim() !== '') return text
  throw new Problem(`${file}: the file is empty: export it again, or take it out`)
}

function decode(bytes: Buffer, file: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Problem(`${file}: not UTF-8: save it again as "CSV UTF-8" or as JSON in UTF-8`)
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder: check the name',
  ENOTDIR: 'there is no such file or folder: check the name',
  EACCES: 'it may not be read: give yourself permission to read it',
  EPERM: 'it may not be read: give yourself permission to read it',
}

async function explained<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const reason = reasons[code]
    if (reason === undefined) throw error
    throw new Problem(`${path}: ${reason}`)
  }
}
