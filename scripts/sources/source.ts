import type { Post } from '../model/post.ts'

/** Where posts come from: one adapter a network or file format. Never touches `content/`. */
export type Source = (wanted: Wanted) => Promise<Reading>

/** What is asked of a source. Instants UTC, whole seconds. */
export type Wanted = {
  /** With `#`; a post with any of them is wanted. */
  readonly hashtags: readonly string[]
  /** Ids of posts whose conversations are wanted instead, with a hashtag or without; never empty. */
  readonly conversations?: readonly string[]
  /** Inclusive. */
  readonly from: string
  /** Exclusive. */
  readonly to: string
  /** The clock, read once by the command. */
  readonly now: string
}

/** What one reading brought. */
export type Reading = {
  /** In the order they were said, each id once. A file may hold more than was wanted. */
  readonly posts: readonly Post[]
  /** Different posts that the answers held: each version, and what was dropped, counts. */
  readonly found: number
  /** Whether the source was read to its end. */
  readonly isWhole: boolean
  readonly dropped: {
    /** By people who show their posts to their followers only, and repeats of such posts. */
    readonly protectedPosts: number
  }
  /** What was referred to but not given: deleted, withheld, suspended, private. Ids, ascending. */
  readonly missing: {
    /** Authors of whom only the id is known. */
    readonly authors: readonly string[]
    /** Quoted, repeated or answered posts. */
    readonly posts: readonly string[]
  }
  /** Answers of the network, or files. */
  readonly pages: number
  /** Exclusive end of the time that was really read; undefined where the source cannot say. */
  readonly readTo: string | undefined
  /** Sentences for the host: what was passed over or guessed; [] where all is well. */
  readonly warnings: readonly string[]
}

/** How many posts there are, by the network's own count; it may not be had, which is no error. */
export type Counter = (wanted: Wanted) => Promise<Count>

export type Count =
  | { readonly posts: number }
  /** A sentence for the host. */
  | { readonly posts: undefined; readonly why: string }
