import type { Found } from './found.ts'
import type { Post } from './post.ts'

/** One date of a chat, with all that was said. */
export type Session = {
  /** Local date, `2010-12-17`: the session's name. */
  readonly date: string
  readonly title: string
  /** What it was about, as the host says: topics without `#`. */
  readonly tags?: readonly string[]
  /** The host's two sentences and whatever else stands in index.md, in markdown. */
  readonly summary: string
  /** Whether the host has read the transcript over. */
  readonly checked: boolean
  /** End of the window that was read, UTC; undefined for a session made by hand. */
  readonly readTo: string | undefined
  /** How much of what was said up to then was found; undefined for a session made by hand. */
  readonly found: Found | undefined
  /** What this date alone has of its own. */
  readonly plan: SessionPlan
  /** In reading order: before, q1, q2, …, after, outside. */
  readonly segments: readonly Segment[]
}

/** What differs on one date from what chat.yaml says. */
export type SessionPlan = {
  /** Handles without `@`. */
  readonly hosts: readonly string[] | undefined
  /** Questions as planned; their number sets the number of segments. [] is one open chat. */
  readonly questions: readonly string[] | undefined
  /** Local wall time, `13:00`. */
  readonly time: string | undefined
  readonly minutes: number | undefined
}

/** `before`, `q1` … `q99`, `after`, or `outside`. */
export type SegmentKey = string

/** About 20 minutes: a question and what was said to it, or a lane around the hour. */
export type Segment = {
  readonly key: SegmentKey
  /** The question's words; '' where nobody asked one. */
  readonly question: string
  /** UTC, end exclusive. Undefined on lanes. */
  readonly start: string | undefined
  readonly end: string | undefined
  /** The host's note above the first post, in markdown; '' where there is none. */
  readonly intro: string
  readonly posts: readonly FiledPost[]
}

/** A post and what the host and the program decided about it. */
export type FiledPost = {
  readonly post: Post
  /** Local time of the first version, HHMMSS, made unique: the post's address on the page. */
  readonly anchor: string
  /** Which evidence put it here: host, label, reply, quote, border, clock, … */
  readonly why: string
  readonly hidden: boolean
  /** The host's note below the post, in markdown; '' where there is none. */
  readonly note: string
  /**
   * Of an answer that was sent in: id of the host's post that passed it on, which is not shown a second time; `none`
   * where the host says that none did.
   */
  readonly relay?: string
}

/** 1 for `q1`; undefined for a lane. */
export function questionNumber(key: SegmentKey): number | undefined {
  const match = /^q([1-9][0-9]?)$/.exec(key)
  return match ? Number(match[1]) : undefined
}

/** Order on the page: before, questions by number, after, outside. */
export function segmentOrder(key: SegmentKey): number {
  if (key === 'before') return 0
  if (key === 'after') return 1000
  if (key === 'outside') return 1001
  return questionNumber(key) ?? 1002
}
