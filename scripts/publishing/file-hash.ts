import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '../model/problem.ts'
import { digestOf } from '../site/digest.ts'
import { listFiles } from '../site/found-files.ts'
import { siteFolder } from '../site/make-site.ts'

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

/** A file of a site, if it is still the one that was hashed. Throws a Problem where it is not. */
export function readSame(folder: string, file: string, { hash }: SiteFile): Buffer {
  const path = join(folder, file)
  const data = statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path) : undefined
  if (data && fileHash(data) === hash) return data
  throw new Problem(
    `${siteFolder}/${file}: the site was built anew meanwhile, and not all of it was checked: run the command again`,
  )
}
