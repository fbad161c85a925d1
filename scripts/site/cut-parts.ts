import type { PlannedPage } from './plan-pages.ts'

/** What Eleventy keeps in memory until its run ends: pages, some of them whole hours. */
const mostPages = 200
const mostSessions = 25

/**
 * Pages in parts that are rendered one after another, so that memory does not grow with the archive.
 */
export function cutParts(pages: readonly PlannedPage[]): PlannedPage[][] {
  const parts: PlannedPage[][] = []
  let part: PlannedPage[] = []
  let sessions = 0
  for (const unit of unitsOf(pages)) {
    if (part.length + unit.length > mostPages || (isOfSession(unit) && sessions === mostSessions)) {
      if (part.length > 0) parts.push(part)
      part = []
      sessions = 0
    }
    part.push(...unit)
    if (isOfSession(unit)) sessions++
  }
  return part.length > 0 ? [...parts, part] : parts
}

/** What is made of one item stays together, and so does all that shows one session's text; sessions come first. */
function unitsOf(pages: readonly PlannedPage[]): PlannedPage[][] {
  const units = new Map<unknown, PlannedPage[]>()
  for (const page of pages) {
    const key = page.session ?? page.item ?? page
    const unit = units.get(key)
    if (unit) unit.push(page)
    else units.set(key, [page])
  }
  const all = [...units.values()]
  return [...all.filter(isOfSession), ...all.filter((unit) => !isOfSession(unit))]
}

function isOfSession([page]: readonly PlannedPage[]): boolean {
  return page?.session !== undefined
}
