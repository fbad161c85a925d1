import ipaddr from 'ipaddr.js'

/**
 * Whether an address (IPv4 or IPv6) is one of the public internet: not this machine, not a local network, not
 * reserved for anything. An IPv6 address that stands for an IPv4 one is judged by that one.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed instanceof ipaddr.IPv4) return isFourPartDecimal(address) && parsed.range() === 'unicast'
  const inner = findInnerAddress(parsed)
  if (inner !== undefined) return isPublicAddress(inner)
  // All that is handed out so far: https://www.iana.org/assignments/ipv6-unicast-address-assignments
  return parsed.range() === 'unicast' && parsed.match(handedOut, 3)
}

const handedOut = ipaddr.IPv6.parse('2000::')
const translated = ipaddr.IPv6.parse('64:ff9b::')

/** In IPv6 networks that reach IPv4 through a translator (RFC 6052) every name has such an address. */
function findInnerAddress(address: ipaddr.IPv6): string | undefined {
  if (!address.isIPv4MappedAddress() && !address.match(translated, 96)) return undefined
  return address.toByteArray().slice(12).join('.')
}

/** A resolver gives no other form; `0177.1` is somebody's trick. */
function isFourPartDecimal(address: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(address)
}
