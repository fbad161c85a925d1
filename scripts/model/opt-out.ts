import { createHmac } from 'node:crypto'
import type { Person } from './withdrawn.ts'

/**
 * Keys that an author may be on the list with: the network's id, or whoever has the handle; the handle alone
 * counts only where a source gives no id, since handles change hands.
 */
export function personKeys(network: string, { id, handle }: Person): string[] {
  const name = handle === undefined ? undefined : `${network}@${handle.toLowerCase()}`
  if (id === undefined) return name === undefined ? [] : [name]
  return [`${network}:${id}`, ...(name === undefined ? [] : [`${name} whoever`])]
}

/** Keys to put a person on the list with: by id where it is known, and for sources that know handles only. */
export function listKeys(network: string, id: string | undefined, handles: readonly string[]): string[] {
  const names = handles.map((handle) => `${network}@${handle.toLowerCase()}`)
  if (id !== undefined) return [`${network}:${id}`, ...names]
  return names.flatMap((name) => [name, `${name} whoever`])
}

/**
 * A person's entry in the public list of those who are not to be kept: 32 hexadecimal digits. A salt that is
 * public would not do: whoever takes part in a chat is known, so that everybody could be tried one after another,
 * however slow the hash. Without the key nobody can try anybody.
 */
export function hashPerson(secret: string, personKey: string): string {
  return createHmac('sha256', secret).update(`person ${personKey}`).digest('hex').slice(0, 32)
}

/** Tells a wrong key from the right one. */
export function hashSecret(secret: string): string {
  return createHmac('sha256', secret).update('this is the key').digest('hex').slice(0, 16)
}
