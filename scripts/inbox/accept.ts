import { addContribution } from '../content/add-contribution.ts'
import { readChat } from '../content/chats.ts'
import { Problem } from '../model/problem.ts'
import type { SegmentKey } from '../model/session.ts'
import type { Item } from './item.ts'
import { writeItem } from './item-files.ts'
import { newPlaceId } from './new-id.ts'
import { toPost } from './to-post.ts'

export type Accepting = {
  readonly item: Item
  readonly chat: string
  /** Local date of a session. */
  readonly date: string
  readonly key: SegmentKey
  /** UTC. */
  readonly now: string
}

/**
 * Puts an item into the record. What was decided is noted first, so that a run that dies is finished by `settle`
 * under the same id, and nothing is put there twice.
 */
export function accept(root: string, { item, chat, date, key, now }: Accepting): Item {
  const id = item.place?.id ?? newPlaceId(item.network)
  const place = { id, chat, date, key }
  const settling: Item = { ...item, state: 'settling', decidedAt: now, place }
  writeItem(root, settling)
  try {
    return settle(root, settling)
  } catch (error) {
    // The host decides again; the id stays, since half of it may be written.
    writeItem(root, { ...item, place })
    throw error
  }
}

/** Finishes what was accepted. Its words are then in the record, and no longer in the inbox. */
function settle(root: string, item: Item): Item {
  const { place } = item
  if (item.state !== 'settling' || place?.date === undefined || place.key === undefined) return item
  const chat = readChat(root, place.chat)
  addContribution({ root, chat, date: place.date, key: place.key, post: toPost(item, place.id) })
  const accepted: Item = { ...item, state: 'accepted', text: '' }
  writeItem(root, accepted)
  return accepted
}

/** Finishes what a run that died had accepted; where that can no longer be done, the host decides again. */
export function settleAll(root: string, items: readonly Item[]): void {
  for (const item of items) {
    try {
      settle(root, item)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      writeItem(root, { ...item, state: 'waiting' })
    }
  }
}

export function decline(root: string, item: Item, now: string): void {
  writeItem(root, { ...item, state: 'declined', decidedAt: now })
}
