import { z } from 'zod'

const versioned = z.looseObject({ version: z.string() })

/** What package.json says. */
export function versionIn(text: string): string {
  return versioned.parse(JSON.parse(text)).version
}

/** package.json with another version and else as it stands, spaces and all. */
export function withVersion(text: string, version: string): string {
  const spots = [...text.matchAll(/(?<="version"\s*:\s*")[^"]*/g)]
  const changed = spots.map(
    ({ 0: old, index }) => text.slice(0, index) + version + text.slice(index + old.length),
  )
  // Something else in it may have a version too.
  return changed.find((one) => versionIn(one) === version) ?? text
}
