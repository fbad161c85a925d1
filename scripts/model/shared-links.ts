import { compareCodePoints } from './order.ts'

export type SiteLinks<T> = { readonly site: string; readonly links: readonly T[] }

/** Links by the site they lead to, sites A to Z; links of a site stay in their order. */
export function groupBySite<T extends { readonly target: string }>(links: readonly T[]): SiteLinks<T>[] {
  const groups = new Map<string, T[]>()
  for (const link of links) {
    const site = siteOf(link.target)
    groups.set(site, [...(groups.get(site) ?? []), link])
  }
  return [...groups]
    .map(([site, shared]) => ({ site, links: shared }))
    .sort((a, b) => compareCodePoints(a.site, b.site))
}

/** `example.gov.uk`, without `www.`; what is no address is its own site. */
export function siteOf(target: string): string {
  const host = /^https?:\/\/(?:[^/?#]*@)?([^/?#:]+)/i.exec(target)?.[1]
  return host === undefined ? target : host.toLowerCase().replace(/^www\./, '')
}
