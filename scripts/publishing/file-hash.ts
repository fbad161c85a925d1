import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { digestOf } from '../site/digest.ts'
import { listFiles } from '../site/found-files.ts'

/** Sixteen letters: enough to tell one file from another, and a short list. Lists that were published hold these. */
export function fileHash(data: Buffer): string {
  return digestOf(data).slice(0, 16)
}

/** Name → hash and bytes of every file of a site. */
export function hashSite(folder: string): ReadonlyMap<string, SiteFile> {
  return new Map(
    listFiles(folder).map((file) => {
      const data = readFileSync(join(folder, file))
      return [file, { hash: fileHash(data), bytes: data.length }]
    }),
  )
}

export type SiteFile = { readonly hash: string; readonly bytes: number }
