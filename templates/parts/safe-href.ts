/**
 * An address that a link may lead to: http, https or mailto; undefined for anything else. What no address may
 * hold as it is stands as a number, as a browser would send it.
 */
export function findHref(address: string | undefined): string | undefined {
  if (address === undefined) return undefined
  const trimmed = address.trim()
  // Browsers skip tabs and line breaks inside a scheme, so an address with one is no address.
  if (/[\u0000-\u0020\u007f]/.test(trimmed)) return undefined
  if (!/^(?:https?:\/\/.|mailto:.)/i.test(trimmed)) return undefined
  return trimmed.replace(/["<>\\^`{|}]/g, encodeURIComponent)
}
