import { lstatSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { compareCodePoints } from '../model/order.ts'

export type FoundFile = { readonly size: number; readonly mtimeMs: number }

/** What stands in a folder, relative to it, with `/`. */
export type Found = {
  readonly files: ReadonlyMap<string, FoundFile>
  /** Those below come first. */
  readonly folders: readonly string[]
}

/** Nothing where there is no such folder. Links are not followed: they are files that nobody asked for. */
export function findFiles(folder: string): Found {
  const files = new Map<string, FoundFile>()
  const folders: string[] = []
  const walk = (path: string) => {
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      const name = path === '' ? entry.name : `${path}/${entry.name}`
      if (entry.isDirectory()) {
        walk(name)
        folders.push(name)
        continue
      }
      const stats = lstatSync(join(folder, name))
      files.set(name, stats.isFile() ? { size: stats.size, mtimeMs: stats.mtimeMs } : noFile)
    }
  }
  if (lstatSync(folder, { throwIfNoEntry: false })) walk('')
  return { files, folders }
}

/** Names of the files below a folder, with `/`, in code-point order; [] where there is none. */
export function listFiles(folder: string): string[] {
  return [...findFiles(folder).files.keys()].sort(compareCodePoints)
}

/** Like no file that was ever written. */
const noFile: FoundFile = { size: -1, mtimeMs: 0 }

/** Removes every file that was found and is not among those to keep, and the folders that this leaves empty. */
export function removeOthers(folder: string, found: Found, keep: ReadonlySet<string>): void {
  for (const file of found.files.keys()) if (!keep.has(file)) rmSync(join(folder, file))
  const kept = new Set([...keep].flatMap(foldersOf))
  for (const path of found.folders) if (!kept.has(path)) rmdirSync(join(folder, path))
}

/** `a` and `a/b` for `a/b/c.html`. */
function foldersOf(file: string): string[] {
  const parts = file.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}
