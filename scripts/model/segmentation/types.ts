import type { Chat } from '../chat.ts'
import type { Post } from '../post.ts'
import type { SessionTimes } from '../schedule.ts'
import type { SegmentKey } from '../session.ts'

export type SegmentationInput = {
  readonly posts: readonly Post[]
  readonly times: SessionTimes
  readonly chat: Chat
  /** Questions as index.md plans them; '' is one without words. */
  readonly planned: readonly string[] | undefined
  /** Post id → where the host put it. */
  readonly corrections: ReadonlyMap<string, SegmentKey>
}

export type Segmentation = {
  /** q1 to qN by number; lanes are not listed. */
  readonly segments: readonly FoundSegment[]
  /** One for every post id. */
  readonly filings: ReadonlyMap<string, Filing>
}

export type FoundSegment = {
  readonly key: SegmentKey
  /** As it was asked, else as planned, else ''. */
  readonly question: string
  /** UTC, end exclusive; a question asked late may leave one before it without any time. */
  readonly start: string
  readonly end: string
}

export type Filing = {
  readonly id: string
  readonly key: SegmentKey
  readonly why: Why
  /** The place it would have had otherwise, and the evidence for it; undefined where there was no doubt. */
  readonly runnerUp: Placing | undefined
}

export type Placing = { readonly key: SegmentKey; readonly why: Why }

/** The strongest evidence for a place, as it is stored in a post's comment. */
export type Why =
  /** The host put it there. */
  | 'host'
  /** It asks the question. */
  | 'question'
  /** It carries the question's number. */
  | 'label'
  /** It replies to a post there, by id. */
  | 'reply'
  /** It quotes a post there. */
  | 'quote'
  /** It goes on with a conversation of the same people. */
  | 'thread'
  /** It speaks to someone whose last post stands there. */
  | 'mention'
  /** Its author had just said something there. */
  | 'own'
  /** That question had been asked last. */
  | 'border'
  /** Its time, where nobody asked. */
  | 'clock'
  /** Before the start, or after the end. */
  | 'early'
  | 'late'
  /** Outside: another day or too early, or what chat.yaml leaves out. */
  | 'otherday'
  | 'spam'
  | 'repost'
  | 'left-out'
