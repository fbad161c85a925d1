/** Where an address leads. */
export type Target =
  | { readonly kind: 'inside'; readonly file: string; readonly anchor: string }
  /** Above the top of the site. */
  | { readonly kind: 'above' }
  | { readonly kind: 'elsewhere'; readonly host: string }
  /** No place on the web: mailto, data. */
  | { readonly kind: 'none' }
  | { readonly kind: 'broken' }

/** Deep enough that what climbs out of the site does not land in it. */
const unknownAddress = 'https://archive.invalid/a/b/c/d/'

/** Where an address on a page of the site leads; the site's own address counts as inside. */
export function targetOf(url: string, file: string, address = unknownAddress): Target {
  const isRooted = address === unknownAddress && /^\/(?!\/)/.test(url)
  const base = `${address}${isRooted ? '' : file}`
  const relative = isRooted ? `.${url}` : url
  if (!URL.canParse(relative, base)) return { kind: 'broken' }
  const found = new URL(relative, base)
  if (!/^https?:$/.test(found.protocol)) return { kind: 'none' }
  const site = new URL(address)
  if (found.host !== site.host) return { kind: 'elsewhere', host: found.host }
  if (!found.pathname.startsWith(site.pathname)) {
    return isAbsolute(url) ? { kind: 'elsewhere', host: found.host } : { kind: 'above' }
  }
  const path = decode(found.pathname.slice(site.pathname.length))
  const anchor = decode(found.hash.slice(1))
  if (path === undefined || anchor === undefined) return { kind: 'broken' }
  return { kind: 'inside', file: path === '' || path.endsWith('/') ? `${path}index.html` : path, anchor }
}

export function isAbsolute(url: string): boolean {
  return /^\s*([a-z][a-z0-9+.-]*:|\/\/)/i.test(url)
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
