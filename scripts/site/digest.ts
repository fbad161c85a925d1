import { createHash } from 'node:crypto'

/** A short word that differs where the text or the bytes do, or any other value as JSON. */
export function digestOf(value: unknown): string {
  const isPlain = typeof value === 'string' || value instanceof Uint8Array
  return createHash('sha256')
    .update(isPlain ? value : JSON.stringify(value))
    .digest('base64url')
    .slice(0, 22)
}
