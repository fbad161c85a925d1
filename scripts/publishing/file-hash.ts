import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles } from '../checking/check-site.ts'

/** Sixteen letters: enough to tell one file from another, and a short list. */
export function fileHash(data: Buffer): string {
  return createHash('sha256').update(data).digest('base64url').slice(0, 16)
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
