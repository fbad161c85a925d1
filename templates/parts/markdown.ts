import { renderMarkdown } from '../../scripts/markdown/render.ts'
import { type Html, trusted } from './html.ts'

/** The host's own words: summary, notes, ordinary pages. HTML in them was escaped by the renderer. */
export function markdown(source: string): Html {
  return trusted(renderMarkdown(source))
}
