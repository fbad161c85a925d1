import { compareVersions, findVersion, type Version } from './releases.ts'

/**
 * What CHANGELOG.md says of the versions after one, up to and with another: their sections as they stand, without
 * lines that are empty at the ends. [] where it says nothing.
 */
export function changesBetween(text: string, from: Version, to: Version): string[] {
  const sections = text.split(/^(?=## )/m).filter((section) => {
    const version = findVersion(/^## \[?v?([\d.]+)/.exec(section)?.[1] ?? '')
    return version && compareVersions(version, from) > 0 && compareVersions(version, to) <= 0
  })
  return sections.flatMap((section) => section.trim().split(/\r?\n/))
}
