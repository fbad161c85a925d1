import type { ContributionNetwork } from '../model/contribution.ts'
import type { Incoming, Item } from './item.ts'
import { hashOf, hasSeen, markSeen, readItem, writeItem } from './item-files.ts'
import { findDoubts } from './spam.ts'

export type Arrived = 'new' | 'held' | 'known' | 'kept out'

/** Whether somebody asked not to be kept. */
export type KeptOut = (incoming: Pick<Incoming, 'network' | 'sender'>) => boolean

/**
 * Puts what came into the inbox, once: the item first, its marks after it, so that a run that dies between the two
 * finds it under the same name. Only one run at a time may do so.
 */
export function arrive(root: string, incoming: Incoming, isKeptOut: KeptOut): Arrived {
  const { sourceIds, ...rest } = incoming
  const [first] = sourceIds
  if (first === undefined) throw new RangeError('what comes in has an id at its source')
  const marks = sourceIds.map((id) => markOf(incoming.network, id))
  const isKnown = marks.some((mark) => hasSeen(root, mark) || readItem(root, hashOf(mark)) !== undefined)
  if (isKnown || isKeptOut(incoming)) {
    mark(root, marks)
    return isKnown ? 'known' : 'kept out'
  }
  const doubts = [...incoming.doubts, ...findDoubts(incoming)]
  const state = doubts.length > 0 ? 'held' : 'waiting'
  const item: Item = {
    ...rest,
    id: hashOf(markOf(incoming.network, first)),
    doubts,
    state,
    decidedAt: undefined,
    consentAt: incoming.consent === 'open' ? undefined : incoming.at,
    place: undefined,
  }
  writeItem(root, item)
  mark(root, marks)
  return state === 'held' ? 'held' : 'new'
}

/** What a thing is known by here: sources number theirs as they like. */
export function markOf(network: ContributionNetwork, sourceId: string): string {
  return `${network} ${sourceId}`
}

function mark(root: string, marks: readonly string[]): void {
  for (const one of marks) if (!hasSeen(root, one)) markSeen(root, one)
}
