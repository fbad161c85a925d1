import { isWritingUnfinished } from '../content/unfinished.ts'
import { Problem } from '../model/problem.ts'
import { makeChanged } from './make-changed.ts'
import { sayBuilt } from './say-built.ts'

/** Folder of the site, relative to the root. */
export const siteFolder = 'dist'

/**
 * Builds content/ into dist/: what changed since the last build, or with `isFull` all of it; returns what to tell.
 * Throws a Problem where content/ cannot be understood.
 */
export async function makeSite(root: string, isFull = false): Promise<string> {
  if (isWritingUnfinished(root)) {
    throw new Problem('content/: a run was broken off while it was writing: npm run fetch finishes its work')
  }
  const started = performance.now()
  const told = await makeChanged({ root, folder: siteFolder, isFull })
  return sayBuilt(told, performance.now() - started)
}
