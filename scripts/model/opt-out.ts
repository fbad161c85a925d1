import { createHmac } from 'node:crypto'
import type { Person } from './withdrawn.ts'

/** Keys of a person, the surest first: the network's id; by handle only where there is no id. */
export function personKeys(network: string, { id, handle }: Person): string[] {
  if (id !== undefined) return [`${network}:${id}`]
  return handle === undefined ? [] : [`${network}@${handle.toLowerCase()}`]
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
