import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

export type FolderSize = { readonly files: number; readonly bytes: number }

/** Everything in a folder and below; bytes of the files themselves, not of the disk's blocks. */
export function folderSize(folder: string): FolderSize {
  return readdirSync(folder, { withFileTypes: true }).reduce<FolderSize>(
    (sum, entry) => {
      const path = join(folder, entry.name)
      const own = entry.isDirectory() ? folderSize(path) : { files: 1, bytes: statSync(path).size }
      return { files: sum.files + own.files, bytes: sum.bytes + own.bytes }
    },
    { files: 0, bytes: 0 },
  )
}
