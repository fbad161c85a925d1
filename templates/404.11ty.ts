import { notFoundPath } from './parts/address.ts'
import { html } from './parts/html.ts'
import { layout } from './parts/layout.ts'
import type { SiteData } from './parts/site-data.ts'

export const data = { permalink: notFoundPath }

/** Shown at any address, so its links name the whole of theirs. */
export function render({ archive }: { readonly archive: SiteData }): string {
  const { words } = archive
  return layout(archive, {
    path: notFoundPath,
    title: words.notFound,
    hidden: true,
    main: html`<h1>${words.notFound}</h1>\n<p>${words.notFoundText}\n`,
  })
}
