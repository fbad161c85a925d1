import { gunzipSync } from 'node:zlib'
import type { Fault } from './fault.ts'

/** A variable that is secret by its name. */
export type Secret = { readonly name: string; readonly value: string }

/** A secret in a file, as it is or as a page, an address or JSON would write it; packed files are unpacked. */
export function secretFaults(file: string, data: Buffer, secrets: readonly Secret[]): Fault[] {
  const plain = unpacked(data)
  return secrets.flatMap(({ name, value }) => {
    const at = formsOf(value)
      .map((form) => plain.indexOf(form))
      .find((index) => index >= 0)
    if (at === undefined) return []
    const line = plain.subarray(0, at).toString('latin1').split('\n').length
    return [
      { file, line, says: `the value of ${name} stands here: take it out of content/, and make a new one` },
    ]
  })
}

function formsOf(value: string): string[] {
  const escaped = value.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
  const named = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  return [...new Set([value, escaped, named, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)])]
}

/** The files of the search are packed. */
function unpacked(data: Buffer): Buffer {
  if (data[0] !== 0x1f || data[1] !== 0x8b) return data
  try {
    return gunzipSync(data)
  } catch {
    return data
  }
}
