import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileHash } from './file-hash.ts'
import { toFolderProblem } from './folder-problem.ts'
import type { Place } from './place.ts'
import { putFile, removeFile, tidyFile } from './put-file.ts'

/** A folder on this computer, or on what is connected to it. The path is absolute. */
export function folderPlace(path: string, name: string): Place {
  return {
    name,
    atOnce: 1,
    read: async (file) => unlessMissing(() => readFileSync(join(path, file), 'utf8')),
    list: async (folder) => unlessMissing(() => readdirSync(join(path, folder))) ?? [],
    hash: async (file) => {
      const there = lstatSync(join(path, file), { throwIfNoEntry: false })
      if (!there) return undefined
      return there.isFile() ? fileHash(readFileSync(join(path, file))) : ''
    },
    put: async (data, file) => putFile(data, join(path, file)),
    remove: async (file) => removeFile(path, file),
    tidy: async (file) => tidyFile(join(path, file)),
    toProblem: (error) => toFolderProblem(error, name),
  }
}

function unlessMissing<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
