import { accentOf } from './parts/accent.ts'
import { faviconPath } from './parts/address.ts'
import type { SiteData } from './parts/site-data.ts'

export const data = { permalink: faviconPath }

/** A speech bubble with three lines, as in a transcript; one file, sharp at every size. */
export function render({ archive: { site } }: { readonly archive: SiteData }): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="${accentOf(site.accent).light}" d="M2 1h12a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H8l-4 4v-4H2a2 2 0 0 1-2-2V3a2 2 0 0 1 2-2z"/><path stroke="#fff" stroke-width="1.4" d="M3 4h10M3 6.5h10M3 9h6"/></svg>\n`
}
