import type { Item } from './item.ts'

/** Somebody as one network knows them. */
export type Somebody = { readonly network: string; readonly id: string }

/** As whom somebody sent something: an address is theirs by whatever way it came, and a direct message is of the chat's own network. */
export function findSenders({ network, sender }: Pick<Item, 'network' | 'sender'>): Somebody[] {
  if (sender === undefined) return []
  const also = [...(network === 'dm' ? ['x'] : []), ...(sender.includes('@') ? ['email'] : [])]
  // An address is kept out in any case; handles are too.
  return [network, ...also].map((one) => ({ network: one, id: sender.toLowerCase() }))
}
