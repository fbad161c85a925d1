import type { Ledger, LedgerPost } from './ledger.ts'
import type { FiledPost, SegmentKey, Session } from './session.ts'

/** A session as its folder holds it. */
export type Stored = {
  readonly session: Session
  readonly ledger: Ledger
  /** Post id → where the host's `q=` in its comment wants it. */
  readonly wishes: ReadonlyMap<string, SegmentKey>
}

export type Placed = {
  readonly filed: FiledPost
  readonly key: SegmentKey
  readonly known: LedgerPost | undefined
}

/** Every post of the folder by its id, with what the ledger knows of it. */
export function placedPosts(stored: Stored | undefined): ReadonlyMap<string, Placed> {
  const placed = new Map<string, Placed>()
  for (const { key, posts } of stored?.session.segments ?? []) {
    for (const filed of posts) {
      const { id } = filed.post
      placed.set(id, { filed, key, known: stored?.ledger.posts.get(id) })
    }
  }
  return placed
}

/** Ids that the program wrote once and the host took out. */
export function deletedIds(ledger: Ledger, placed: ReadonlyMap<string, Placed>): ReadonlySet<string> {
  return new Set([...ledger.posts.keys()].filter((id) => !placed.has(id)))
}

/** Whether the host moved a post: to another file, or back after deleting it, now or at an earlier time. */
export function isMoved({ filed, key, known }: Placed): boolean {
  if (filed.why === 'host') return true
  return known !== undefined && known.file !== key
}
