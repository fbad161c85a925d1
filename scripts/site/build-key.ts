import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const project = join(import.meta.dirname, '../..')

/** Everything of the project that a build runs, templates before what they stand on. */
export const builtBy = [
  'eleventy.config.ts',
  'templates',
  'scripts/site',
  'scripts/content',
  'scripts/markdown',
  'scripts/model',
]

/** What was installed: npm's own list, and the one it was asked for. */
const locks = ['package.json', 'package-lock.json', 'node_modules/.package-lock.json']

/**
 * One word for all that can change a page besides content/: the code that makes it, the packages, Node, and its
 * knowledge of time zones and letters; `more` names folders besides.
 */
export function buildKey(more: readonly string[] = []): string {
  const hash = createHash('sha256')
  const { tz, icu, unicode } = process.versions
  hash.update(JSON.stringify([process.version, tz, icu, unicode]))
  for (const file of [...[...builtBy, ...more].flatMap(filesIn), ...locks]) {
    hash.update(`\0${file}\0`)
    hash.update(readAny(file))
  }
  return hash.digest('base64url')
}

function filesIn(path: string): string[] {
  if (path.endsWith('.ts')) return [path]
  const entries = readdirSync(join(project, path), { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(project.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
}

function readAny(file: string): Uint8Array {
  try {
    return readFileSync(join(project, file))
  } catch {
    return new Uint8Array()
  }
}
