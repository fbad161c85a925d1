/*
 * Loaded before any file of the project: `node --import ./scripts/programs/typescript.js scripts/build.ts`. Node 22.18
 * and later run TypeScript as it stands, and keep what they compiled in .cache/code/; for an older one tsx does both.
 */
import { mkdirSync } from 'node:fs'
import module from 'node:module'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'

// Memory is cleared whenever it is two fifths more than was in use the last time. Left to itself Node lets it grow to
// several times of that, and a large archive would take the memory of a small computer. Before all else, since code
// that was compiled under other flags is not taken.
setFlagsFromString('--heap-growing-percent=40')

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
