import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { close } from 'pagefind'
import { searchScriptPath } from '../../../templates/parts/address.ts'
import { searchRecord } from '../../../templates/parts/search/search-record.ts'
import { searchedYears } from '../../../templates/parts/search/searched-years.ts'
import type { SiteInput } from '../site-input.ts'
import { indexYear } from './index-year.ts'

const script = join(import.meta.dirname, '../../../templates/search.js')

/**
 * Writes a folder of search files a year, `search/2010/`, and the script of the search page; returns their
 * names, relative to the site. Nothing where the site has no search.
 */
export async function makeSearch({ archive, sessions }: SiteInput, output: string): Promise<string[]> {
  if (!archive.site.search) return []
  const files: string[] = [searchScriptPath.slice(1)]
  await mkdir(join(output, 'search'), { recursive: true })
  await copyFile(script, join(output, searchScriptPath))
  try {
    for (const year of searchedYears(archive)) {
      const records = sessions
        .filter(({ summary }) => summary.checked && summary.date.startsWith(year))
        .map((item) => searchRecord(archive, item))
      for (const { path, content } of await indexYear(records, archive.site.language)) {
        const file = `search/${year}/${path}`
        await mkdir(dirname(join(output, file)), { recursive: true })
        await writeFile(join(output, file), content)
        files.push(file)
      }
    }
  } finally {
    await close()
  }
  return files
}
