import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import { Trouble } from './trouble.ts'

type Unpack = (packed: Buffer, options: { readonly maxOutputLength: number }) => Buffer

const unpackers: Readonly<Record<string, Unpack>> = {
  identity: (body) => body,
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
}

/** The text of an answer, though it was packed and nobody asked for that. `most` is its longest length. */
export function unpack(body: Buffer, encoding: string | undefined, most: number): string {
  const name = encoding?.trim().toLowerCase() || 'identity'
  const unpacker = unpackers[name]
  if (!unpacker) throw new Trouble('X: the answer is packed in an unknown way: try again later', 'soon')
  try {
    return unpacker(body, { maxOutputLength: most }).toString()
  } catch (error) {
    const isTooLong = error instanceof RangeError
    throw isTooLong ? tooLong(most) : new Trouble('X: the packed answer is broken: try again', 'soon')
  }
}

export function tooLong(most: number): Trouble {
  const size = `${Math.round(most / 1_000_000)} MB`
  return new Trouble(`X: the answer is longer than ${size}, so it was not read: try again later`)
}
