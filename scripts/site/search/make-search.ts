import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { searchScriptPath } from '../../../templates/parts/address.ts'
import { searchRecord } from '../../../templates/parts/search/search-record.ts'
import { searchedYears } from '../../../templates/parts/search/searched-years.ts'
import type { SessionData } from '../../../templates/parts/site-data.ts'
import { digestOf } from '../digest.ts'
import type { Outputs } from '../outputs.ts'
import type { SiteInput } from '../site-input.ts'

const script = join(import.meta.dirname, '../../../templates/search.js')

/**
 * Writes a folder of search files a year, `search/2010/`, and the script of the search page. Nothing where the site
 * has no search; a year whose sessions are the same is left as it stands.
 */
export async function makeSearch(input: SiteInput, outputs: Outputs, shared: string): Promise<void> {
  const { archive, sessions } = input
  if (!archive.site.search) return
  outputs.write(searchScriptPath.slice(1), readFileSync(script), '')
  const years = searchedYears(archive).map((year) => {
    const found = sessions.filter(({ summary }) => summary.checked && summary.date.startsWith(year))
    return { year, found, from: fromOf(found, shared) }
  })
  const wanted = years.filter(({ year, from }) => !outputs.keepFolder(`search/${year}/`, from))
  if (wanted.length === 0) return
  const { indexYear, endIndexing } = await import('./index-year.ts')
  try {
    for (const { year, found, from } of wanted) {
      const records = found.map((item) => searchRecord(archive, item))
      input.forget()
      for (const { path, content } of await indexYear(records, archive.site.language))
        outputs.write(`search/${year}/${path}`, content, from)
    }
  } finally {
    await endIndexing()
  }
}

/** '' where nobody can say. */
function fromOf(sessions: readonly SessionData[], shared: string): string {
  if (sessions.some(({ id }) => id === '')) return ''
  return digestOf([shared, sessions.map(({ chat, summary, id }) => [chat.chat.name, summary.date, id])])
}
