import { readdir, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Removes every file of a folder that is not among those named (relative, with `/`), and folders left empty. */
export async function removeOthers(folder: string, keep: readonly string[]): Promise<void> {
  const files = new Set(keep)
  const folders = new Set(keep.flatMap(foldersOf))
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const found = entries.map((entry) => ({
    isFolder: entry.isDirectory(),
    path: join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'),
  }))
  for (const { path, isFolder } of found) if (!isFolder && !files.has(path)) await rm(join(folder, path))
  const empty = found.filter(({ path, isFolder }) => isFolder && !folders.has(path))
  for (const { path } of empty.toSorted((a, b) => b.path.length - a.path.length))
    await rmdir(join(folder, path))
}

/** `a` and `a/b` for `a/b/c.html`. */
function foldersOf(file: string): string[] {
  const parts = file.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}
