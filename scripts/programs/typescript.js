import { mkdirSync } from 'node:fs'
import module from 'node:module'
import { join } from 'node:path'

/**
 * Loaded before any file of the project: `node --import ./scripts/programs/typescript.js scripts/build.ts`. Node 22.18
 * and later run TypeScript as it stands, and keep what they compiled in .cache/; for an older one tsx does both.
 */
if (process.features.typescript) keepCompiled(join(import.meta.dirname, '../../.cache/code'))
else await import('tsx')

/** @param {string} folder */
function keepCompiled(folder) {
  try {
    // For its owner alone, as all of .cache/.
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    module.enableCompileCache(folder)
  } catch {
    // Where nothing can be written, each command is compiled anew.
  }
}
