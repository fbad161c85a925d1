import type { SegmentKey } from './session.ts'

/**
 * What the program wrote last: the base of the three-way merge between the host's files and the network.
 * It holds no text, so that a text taken out of the files is gone.
 */
export type Ledger = {
  readonly posts: ReadonlyMap<string, LedgerPost>
  readonly segments: ReadonlyMap<SegmentKey, LedgerSegment>
}

export type LedgerPost = {
  /** Address on the page; given once. */
  readonly anchor: string
  /** Segment whose file the post was written to; undefined once the host deleted it. */
  readonly file: SegmentKey | undefined
  /** Hash of each field as the network gave it; {} once the post is deleted. */
  readonly fields: Readonly<Record<string, string>>
}

/** Hashes of what the program wrote into a segment's front matter. */
export type LedgerSegment = { readonly question: string; readonly times: string }

export const emptyLedger: Ledger = { posts: new Map(), segments: new Map() }
