import { type Html, html, trusted } from './html.ts'

/**
 * A value as an attribute takes it, with its quotes unless it can do without: 300 pairs of quotes weigh. Only
 * letters, digits and a few marks that end nothing go bare, whoever wrote them; a `/` at the end would be read
 * as the end of the tag by some.
 */
export function bare(value: string): Html {
  return plain.test(value) ? trusted(value) : html`"${value}"`
}

const plain = /^[A-Za-z0-9_.:#/-]*[A-Za-z0-9_-]$/
