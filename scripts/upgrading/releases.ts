/** A version as npm writes it, `1.2.3`. */
export type Version = readonly [number, number, number]

/** `1.2.3` or `v1.2.3`; undefined for anything else, and for what is not finished (`1.2.3-beta`). */
export function findVersion(text: string): Version | undefined {
  const found = /^v?(\d{1,6})\.(\d{1,6})\.(\d{1,6})$/.exec(text.trim())
  return found ? [Number(found[1]), Number(found[2]), Number(found[3])] : undefined
}

/** Below 0 where the first is older. */
export function compareVersions(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2]
}

/** `v1.2.3` */
export function tagOf(version: Version): string {
  return `v${version.join('.')}`
}

/** The releases that `git ls-remote --tags` lists, oldest first. */
export function parseReleases(listed: string): Version[] {
  return [...listed.matchAll(/\trefs\/tags\/(\S+)$/gm)]
    .flatMap(([, tag = '']) => (tag.startsWith('v') ? [findVersion(tag)] : []))
    .filter((version) => version !== undefined)
    .sort(compareVersions)
}
