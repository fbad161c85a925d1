import { clean, cleanLine } from '../clean.ts'

/** Embeddings, overrides and isolates, which nothing could keep to the words they came with; and byte order marks. */
const turning = /[\u202a-\u202e\u2066-\u2069\ufeff]/g

/** Text as it may stand in a plain file: no controls, no tabs, no empty lines at either end. */
export function plainWords(value: string): string {
  return clean(value).replace(turning, '').replaceAll('\t', ' ').trim()
}

/** The same on one line. */
export function plainLine(value: string): string {
  return cleanLine(value.replace(turning, ''))
}
