import { type FieldHashes, hash, hashFields } from './fields.ts'
import type { Segment, SegmentKey, Session } from './session.ts'

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
  /** As the network gave it last; {} once the post is deleted. */
  readonly fields: FieldHashes
}

/** Hashes of what the program wrote into a segment's front matter. */
export type LedgerSegment = { readonly question: string; readonly times: string }

export const emptyLedger: Ledger = { posts: new Map(), segments: new Map() }

/** Whether a ledger can be the base of a session's files: they share at least one post, or one has none. */
export function fits(ledger: Ledger, session: Session): boolean {
  const ids = session.segments.flatMap(({ posts }) => posts.map(({ post }) => post.id))
  const written = [...ledger.posts].filter(([, { file }]) => file !== undefined)
  return ids.length === 0 || written.length === 0 || ids.some((id) => ledger.posts.has(id))
}

/** A ledger for files as they stand: nothing in them counts as edited, nothing as deleted. */
export function adoptLedger(session: Session, before: Ledger = emptyLedger): Ledger {
  const posts = session.segments.flatMap(({ key, posts }) =>
    posts.map(({ post, anchor }): [string, LedgerPost] => [
      post.id,
      { anchor: before.posts.get(post.id)?.anchor ?? anchor, file: key, fields: hashFields(post) },
    ]),
  )
  return { posts: new Map(posts), segments: hashSegments(session.segments) }
}

/** What the next merge compares a segment's front matter with. */
export function hashSegments(segments: readonly Head[]): ReadonlyMap<SegmentKey, LedgerSegment> {
  return new Map(segments.map((segment) => [segment.key, hashHead(segment)]))
}

export function hashHead({ question, start, end }: Omit<Head, 'key'>): LedgerSegment {
  return { question: hash(question), times: hash([start, end]) }
}

type Head = Pick<Segment, 'key' | 'question' | 'start' | 'end'>
