import { gzipSync } from 'node:zlib'
import type { Fault } from './fault.ts'
import type { ReadPage } from './read-page.ts'

/** The one page with a script. */
const searchPage = 'search/index.html'

/**
 * What a page may weigh at most, in bytes after gzip: generous, so that only a mistake passes it. An hour with
 * 300 posts has about 27,000, one with 3,000 about 200,000.
 */
export const heaviest = { session: 400_000, other: 150_000 }

const sessionPage = /^([^/]+|blog\/post)\/\d{4}-\d\d-\d\d(-[^/]+)?\/(hour\/)?index\.html$/

/** Code where there must be none, and weight beyond every need. */
export function pageFaults(file: string, text: string, { scripts }: ReadPage): Fault[] {
  const code = file === searchPage ? scripts.filter(({ what }) => what !== '<script>') : scripts
  return [
    ...code.map(({ what, line }) => ({
      file,
      line,
      says: `${what} stands on a page without scripts: take it out`,
    })),
    ...weightFaults(file, text),
  ]
}

function weightFaults(file: string, text: string): Fault[] {
  const most = sessionPage.test(file) ? heaviest.session : heaviest.other
  if (text.length <= most) return []
  const bytes = gzipSync(text).length
  if (bytes <= most) return []
  return [
    { file, line: 1, says: `the page weighs ${bytes} bytes packed, and ${most} are allowed: shorten it` },
  ]
}
