import { close, createIndex } from 'pagefind'
import type { SearchRecord } from '../../../templates/parts/search/search-record.ts'
import { Problem } from '../../model/problem.ts'

export type BundleFile = {
  /** Within the year's folder. */
  readonly path: string
  readonly content: Uint8Array
}

/**
 * The search bundle of one year: what was said in its sessions, and the program that searches it. The same
 * records make the same bytes. Pagefind runs as a program of its own until `endIndexing`.
 * Throws a Problem where it does not run.
 */
export async function indexYear(records: readonly SearchRecord[], language: string): Promise<BundleFile[]> {
  const { index, errors } = await createIndex({ forceLanguage: language }).catch(refuse)
  if (!index) return refuse(errors[0])
  for (const record of records) {
    const added = await index.addHTMLFile(record)
    if (added.errors.length > 0) refuse(`${record.url}: ${added.errors[0]}`)
  }
  const made = await index.getFiles()
  await index.deleteIndex()
  return made.files.filter(({ path }) => isNeeded(path))
}

/** Ends Pagefind's program. */
export async function endIndexing(): Promise<void> {
  await close()
}

/** The index and what reads it; its ready-made search boxes, half a megabyte, are left. */
function isNeeded(path: string): boolean {
  return !/^pagefind-(?:ui|modular-ui|component-ui|highlight)\./.test(path)
}

function refuse(error: unknown): never {
  const says = error instanceof Error ? error.message : String(error)
  throw new Problem(
    `search: Pagefind, which makes the search page, does not run here (${says.split('\n')[0]}): run npm install again, or write "search: no" in content/site.yaml`,
  )
}
