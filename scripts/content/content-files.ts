import { type Dirent, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { toDiskProblem } from './disk-problem.ts'

/** Chat, date, media: nothing that is read lies deeper. */
const deepest = 4

/**
 * Every file below content/, relative to it, with `/`. What begins with a dot is nobody's content, and the record of
 * what mirrors hold is no part of a page. Links are followed.
 */
export function listContentFiles(root: string): string[] {
  const files: string[] = []
  const walk = (folder: string, depth: number) => {
    for (const entry of entriesOf(join(root, 'content', folder))) {
      if (entry.name.startsWith('.') || (depth === 2 && entry.name === 'mirrors')) continue
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (!isFolder(entry, join(root, 'content', path))) files.push(path)
      else if (depth < deepest) walk(path, depth + 1)
    }
  }
  walk('', 1)
  return files
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw toDiskProblem(error, folder)
  }
}

function isFolder(entry: Dirent, path: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory()
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
