import { contributionNetworks } from '../model/contribution.ts'
import { Problem } from '../model/problem.ts'

/** Whom or what a host wants removed. */
export type Target =
  | { readonly kind: 'post'; readonly id: string }
  /** A post by its address on the site. */
  | { readonly kind: 'place'; readonly chat: string; readonly date: string; readonly anchor: string }
  | { readonly kind: 'handle'; readonly handle: string }
  | { readonly kind: 'user'; readonly network: string; readonly id: string }
  /** Whatever was sent in with a name. */
  | { readonly kind: 'name'; readonly name: string }

/** A post's id or address, a person's handle, profile or user id. Throws a Problem for anything else. */
export function parseTarget(text: string): Target {
  const given = text.trim()
  const place = /(?:^|\/)([a-z0-9-]+)\/(\d{4}-\d\d-\d\d)\/(?:index\.html)?#([0-9A-Za-z-]+)$/.exec(given)
  if (place) return { kind: 'place', chat: place[1] ?? '', date: place[2] ?? '', anchor: place[3] ?? '' }
  const address = /^(?:https?:\/\/)?(?:www\.|mobile\.|m\.)?(?:x|twitter)\.com\/(.+)$/i.exec(given)?.[1]
  if (address !== undefined) return parseAddress(address, given)
  const name = /^name:\s*(\S.*)$/i.exec(given)?.[1]
  if (name !== undefined) return { kind: 'name', name }
  const user = /^user:(?:([a-z]+):)?([^\s:]+)$/i.exec(given)
  if (user) return toUser(user[1]?.toLowerCase() ?? 'x', user[2] ?? '')
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/.]+$/.test(given)) return toUser('email', given)
  const handle = /^[@＠]([\w.-]+(?:@[\w.-]+)?)$/.exec(given)?.[1]
  if (handle !== undefined) return { kind: 'handle', handle }
  if (/^\d{1,19}$/.test(given) || /^[a-z]+:(?!\/\/)\S+$/.test(given)) return { kind: 'post', id: given }
  throw unclear(given)
}

/** Who sent something in is known by an address or a name there, in any case. */
function toUser(network: string, id: string): Target {
  const isSender = contributionNetworks.some((candidate) => candidate === network)
  return { kind: 'user', network, id: isSender ? id.toLowerCase() : id }
}

function parseAddress(address: string, given: string): Target {
  const id = /^[^/]+(?:\/web)?\/status(?:es)?\/(\d+)/i.exec(address)?.[1]
  if (id !== undefined) return { kind: 'post', id }
  const user = /^i\/user\/(\d+)/i.exec(address)?.[1]
  if (user !== undefined) return { kind: 'user', network: 'x', id: user }
  const handle = /^(\w{1,15})\/?(?:[?#].*)?$/.exec(address)?.[1]
  if (handle !== undefined) return { kind: 'handle', handle }
  throw unclear(given)
}

function unclear(given: string): Problem {
  return new Problem(
    `"${given}" is neither a post nor a person: give a post's number or address, or a person as @handle, user:12 or an e-mail address`,
  )
}
