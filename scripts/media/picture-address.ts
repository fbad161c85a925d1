import { isIP } from 'node:net'
import { NoPicture } from './no-picture.ts'

/** An address that may be asked: https at one of the hosts, without port, name or password. Throws NoPicture. */
export function requireAddress(text: string, hosts: readonly string[]): URL {
  if (!URL.canParse(text)) throw new NoPicture('its address cannot be understood')
  const url = new URL(text)
  const { protocol, hostname, port, username, password } = url
  if (protocol !== 'https:') throw new NoPicture('its address does not begin with https:')
  if (isIP(hostname.replace(/^\[|\]$/g, '')) || !hosts.includes(hostname)) {
    throw new NoPicture(`${hostname} is not among media_hosts in site.yaml`)
  }
  if (port || username || password) throw new NoPicture('its address asks for a port or a password')
  url.hash = ''
  return url
}
