import { bare } from './bare.ts'
import type { Html } from './html.ts'

/** A link to a place on the same page, as the value of `href`. */
export function hrefValue(anchor: string): Html {
  return bare(`#${encodeURIComponent(anchor)}`)
}
