import { readdir, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Removes every file of a folder that is not among those named (relative, with `/`), and folders left empty. */
export async function removeOthers(folder: string, keep: readonly string[]): Promise<void> {
  const kept = new Set(keep)
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.map((entry) => ({
    entry,
    path: relativePath(folder, join(entry.parentPath, entry.name)),
  }))
  for (const { entry, path } of paths) {
    if (!entry.isDirectory() && !kept.has(path)) await rm(join(folder, path))
  }
  const folders = paths.filter(({ entry, path }) => entry.isDirectory() && !isNeeded(path, keep))
  for (const { path } of folders.toSorted((a, b) => b.path.length - a.path.length))
    await rmdir(join(folder, path))
}

function relativePath(folder: string, path: string): string {
  return path.slice(join(folder, '/').length).replaceAll('\\', '/')
}

function isNeeded(path: string, keep: readonly string[]): boolean {
  return keep.some((file) => file.startsWith(`${path}/`))
}
