import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

export type ZipInput = {
  readonly folder: string
  /** Relative to the folder, with `/`, in the order they are to stand. */
  readonly files: readonly string[]
  /** The one folder that everything stands in. */
  readonly name: string
  /** Where the zip goes. */
  readonly path: string
}

/** Packed already: packing them again only takes time. */
const packed = /\.(png|jpe?g|webp|gif|pf_\w+|pagefind)$/

/**
 * Writes a zip, a file at a time, whole or not at all; returns its bytes. The same files give the same bytes on
 * every machine: their times are all the first that a zip can hold, read by any clock.
 */
export function writeZip({ folder, files, name, path }: ZipInput): number {
  const staged = `${path}.tmp`
  const out = openSync(staged, 'w')
  let bytes = 0
  try {
    const zip = new Zip((error, chunk) => {
      if (error) throw error
      bytes += writeSync(out, chunk)
    })
    for (const file of files) {
      const entry = packed.test(file)
        ? new ZipPassThrough(`${name}/${file}`)
        : new ZipDeflate(`${name}/${file}`, { level: 9 })
      // Local time, as a zip has no zone.
      entry.mtime = new Date(1980, 0, 1)
      entry.os = 3
      entry.attrs = 0o100644 << 16
      zip.add(entry)
      entry.push(readFileSync(join(folder, file)), true)
    }
    zip.end()
    closeSync(out)
    renameSync(staged, path)
    return bytes
  } catch (error) {
    rmSync(staged, { force: true })
    throw error
  }
}
