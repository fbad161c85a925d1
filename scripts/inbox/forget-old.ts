import type { Item } from './item.ts'
import { deleteItem, writtenAt } from './item-files.ts'

/** Days after which what was declined or held back is forgotten. */
const keptDays = 30

/**
 * Deletes what was declined, or came in and was held back, long enough ago; `now` is UTC. That it came is
 * remembered.
 */
export function forgetOld(root: string, items: readonly Item[], now: string): void {
  const limit = Date.parse(now) - keptDays * 86_400_000
  for (const { id, state, decidedAt } of items) {
    const since =
      state === 'declined' && decidedAt !== undefined ? Date.parse(decidedAt) : writtenAt(root, id)
    if ((state === 'declined' || state === 'held') && since < limit) deleteItem(root, id)
  }
}
