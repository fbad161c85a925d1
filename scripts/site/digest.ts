import { createHash } from 'node:crypto'

/** As long as 128 bits take. */
const length = 22

/** A short word that differs where the text or the bytes do, or any other value as JSON. */
export function digestOf(value: unknown): string {
  if (value instanceof Uint8Array) return digestOfBytes([value])
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return createHash('sha256').update(text).digest('base64url').slice(0, length)
}

/** Of bytes in pieces, wherever they are cut. */
export function digestOfBytes(pieces: readonly Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece)
  return hash.digest('base64url').slice(0, length)
}
