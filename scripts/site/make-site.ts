import { join } from 'node:path'
import { openArchive } from '../content/archive.ts'
import { isWritingUnfinished } from '../content/transaction.ts'
import { Problem } from '../model/problem.ts'
import { buildSite } from './build-site.ts'
import { sayBuilt } from './say-built.ts'

/** Folder of the site, relative to the root. */
export const siteFolder = 'dist'

/** Builds content/ into dist/; returns what to tell. Throws a Problem where content/ cannot be understood. */
export async function makeSite(root: string): Promise<string> {
  if (isWritingUnfinished(root)) {
    throw new Problem('content/: a run was broken off while it was writing: npm run fetch finishes its work')
  }
  const started = performance.now()
  const built = await buildSite({
    archive: openArchive(root),
    output: join(root, siteFolder),
    content: join(root, 'content'),
  })
  return sayBuilt(built, performance.now() - started)
}
