import { type Html, html, trusted } from './html.ts'

/**
 * A post's anchor as the value of an attribute, without quotes where it looks as the program writes it
 * (`130211`, `130211-4821`): 300 pairs of quotes weigh. Whatever else the ledger says is quoted.
 */
export function idValue(anchor: string): Html {
  return plain.test(anchor) ? trusted(anchor) : html`"${anchor}"`
}

/** The same as a link within the page. */
export function hrefValue(anchor: string): Html {
  return plain.test(anchor) ? trusted(`#${anchor}`) : html`"#${encodeURIComponent(anchor)}"`
}

const plain = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
