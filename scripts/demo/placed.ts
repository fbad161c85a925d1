import type { SamplePost } from './sample-post.ts'
import type { Tweet, User } from './wire.ts'

/** A post with its ids and its people found. */
export type Placed = SamplePost & {
  /** Of all versions, oldest first. */
  readonly ids: readonly string[]
  readonly author: User
}

/** One version of a post, and when it is to be seen. */
export type Version = {
  readonly tweet: Tweet
  /** Milliseconds since 1970; ends exclusive, Infinity where there is none. */
  readonly from: number
  readonly editedAt: number
  readonly deletedAt: number
}
