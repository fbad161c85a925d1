import { accentOf, paper } from '../../templates/parts/accent.ts'
import { contrast, enoughContrast, isColour } from '../model/colour.ts'
import type { Site } from '../model/site.ts'

/** What a host may want to know of the settings, as sentences; nothing of it keeps a site from being made. */
export function siteNotices(site: Site): string[] {
  return [noAddress(site), paleAccent(site)].filter((notice) => notice !== undefined)
}

function noAddress({ address }: Site): string | undefined {
  if (address !== undefined) return undefined
  return 'content/site.yaml: no address is set, so there is no feed and no sitemap: write it there once you know it'
}

function paleAccent({ accent }: Site): string | undefined {
  if (accent === undefined || !isColour(accent)) return undefined
  const found = contrast(accent, paper.light)
  if (found >= enoughContrast) return undefined
  return `content/site.yaml: links in ${accent} could not be read (contrast ${found.toFixed(1)}, and ${enoughContrast} is needed), so they are ${accentOf(accent).light}: choose another accent`
}
