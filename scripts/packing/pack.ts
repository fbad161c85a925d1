import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { requireSoundSite } from '../checking/require-sound.ts'
import { openArchive } from '../content/archive.ts'
import { toDiskProblem } from '../content/disk-problem.ts'
import { buildSite } from '../site/build-site.ts'
import { listFiles } from '../site/found-files.ts'
import { ofYear, packName } from './of-year.ts'
import { writeZip } from './write-zip.ts'

export type PackOptions = {
  readonly root: string
  /** `2010`; undefined for all years. */
  readonly year: string | undefined
  /** Relative to the root, or absolute; undefined for a name of its own. */
  readonly out: string | undefined
  readonly env: Readonly<Record<string, string | undefined>>
  readonly complain: (line: string) => void
}

/** Where the site is made that goes into the zip, relative to the root. */
const area = '.cache/pack'

/** Builds the archive, or a year of it, checks it and packs it into a zip; returns lines for the host. */
export async function pack(options: PackOptions): Promise<string[]> {
  const { root, year, out } = options
  const whole = openArchive(root)
  const archive = year === undefined ? whole : ofYear(whole, year)
  const name = packName(archive, year)
  const path = out ?? `${name}.zip`
  const folder = join(root, area)
  try {
    await buildSite({ archive, output: folder, content: join(root, 'content') })
    requireSoundSite(archive, area, options)
    const files = listFiles(folder)
    const bytes = writeZip({ folder, files, name, path: resolve(root, path) })
    return [
      `${path}: ${files.length} files, ${(bytes / 1000).toFixed(1)} kB; unpack it and open ${name}/index.html`,
    ]
  } catch (error) {
    throw toDiskProblem(error, path)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
