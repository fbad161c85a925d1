import { mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Writes a file whole or not at all: who reads it meanwhile has the old one. */
export function putFile(data: Buffer, path: string): void {
  const staged = stagedName(path)
  mkdirSync(dirname(path), { recursive: true })
  try {
    writeFileSync(staged, data)
    renameSync(staged, path)
  } catch (error) {
    rmSync(staged, { force: true })
    throw error
  }
}

/** Where a file stands until it is whole. */
export function stagedName(path: string): string {
  return `${path}.tmp`
}

/** Takes away what a run that broke off left beside a file. */
export function tidyFile(path: string): void {
  rmSync(stagedName(path), { force: true })
}

/** Removes a file, and the folders that it leaves empty. */
export function removeFile(folder: string, file: string): void {
  rmSync(join(folder, file), { force: true })
  tidyFile(join(folder, file))
  const parts = file.split('/').slice(0, -1)
  for (let depth = parts.length; depth > 0; depth--) {
    if (!removeEmpty(join(folder, ...parts.slice(0, depth)))) return
  }
}

function removeEmpty(folder: string): boolean {
  try {
    rmdirSync(folder)
    return true
  } catch {
    return false
  }
}
