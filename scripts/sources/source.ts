import type { Post } from '../model/post.ts'

/** Where posts come from: one adapter a network or file format. Never touches `content/`. */
export type Source = (wanted: Wanted) => Promise<Reading>

/** What is asked of a source. Instants UTC, whole seconds. */
export type Wanted = {
  /** With `#`; a post with any of them is wanted. */
  readonly hashtags: readonly string[]
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
