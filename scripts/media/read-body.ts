import type { IncomingMessage } from 'node:http'
import { NoPicture } from './no-picture.ts'

/** The whole body. Throws NoPicture past the limit, in bytes; a body that is cut off is an error of the stream. */
export async function readBody(response: IncomingMessage, limit: number): Promise<Uint8Array> {
  const { 'content-length': announced, 'content-encoding': encoding } = response.headers
  if (Number(announced) > limit) throw tooLarge(response, limit)
  if (encoding !== undefined && encoding !== 'identity') {
    response.destroy()
    throw new NoPicture('its server packed it, which nobody asked for')
  }
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > limit) throw tooLarge(response, limit)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function tooLarge(response: IncomingMessage, limit: number): NoPicture {
  response.destroy()
  return new NoPicture(`it is larger than ${limit / 1_000_000} MB`)
}
