import type { Post } from '../model/post.ts'
import type { Placing } from '../model/segmentation/types.ts'
import type { SegmentKey } from '../model/session.ts'

/** Something in a transcript that needs an eye. */
export type Task = Spot & Need

export type Spot = {
  /** Names the task among those of one session. */
  readonly name: string
  /** Relative to the root. */
  readonly path: string
  /** Counted from 0. */
  readonly line: number
}

export type Need =
  /** No host asked anything, and these may have. */
  | { readonly kind: 'hosts'; readonly handles: readonly string[] }
  | { readonly kind: 'question'; readonly key: SegmentKey; readonly posts: number }
  | PlaceNeed
  | { readonly kind: 'alt'; readonly post: Post; readonly address: string }
  | { readonly kind: 'title' }
  | { readonly kind: 'summary' }

/** A post that stands where it does for a weak reason. */
export type PlaceNeed = {
  readonly kind: 'place'
  readonly post: Post
  readonly key: SegmentKey
  readonly why: string
  readonly runnerUp: Placing | undefined
}
