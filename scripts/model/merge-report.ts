import { isContribution } from './contribution.ts'
import type { MergedPost } from './merge-post.ts'
import type { Post } from './post.ts'
import { isMoved, type Placed } from './stored.ts'

/** What a merge did, by post id. */
export type MergeReport = {
  readonly added: readonly string[]
  /** Changed on the network, and so here. */
  readonly updated: readonly string[]
  /** Changed on the network, but edited by the host: the host's words stay. */
  readonly disputed: readonly string[]
  /** Deleted by the host, still on the network: they stay deleted. */
  readonly deleted: readonly string[]
  /** Where the host put them, against the evidence or not; what was sent in always stands there. */
  readonly moved: readonly string[]
}

export function reportMerge(input: {
  readonly placed: ReadonlyMap<string, Placed>
  readonly upstream: readonly Post[]
  readonly merged: ReadonlyMap<string, MergedPost>
  readonly deleted: ReadonlySet<string>
}): MergeReport {
  const entries = [...input.merged]
  return {
    added: entries.flatMap(([id]) => (input.placed.has(id) ? [] : [id])),
    updated: entries.flatMap(([id, { updated }]) => (updated.length > 0 ? [id] : [])),
    disputed: entries.flatMap(([id, { disputed }]) => (disputed.length > 0 ? [id] : [])),
    deleted: input.upstream.flatMap(({ id }) => (input.deleted.has(id) ? [id] : [])),
    moved: [...input.placed].flatMap(([id, place]) =>
      isMoved(place) && !isContribution({ id }) ? [id] : [],
    ),
  }
}
