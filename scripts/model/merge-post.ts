import { copyField, type FieldHashes, fieldNames, hashFields } from './fields.ts'
import type { Post } from './post.ts'

export type MergedPost = {
  readonly post: Post
  /** Next base: always what the network says now. */
  readonly base: FieldHashes
  /** Fields taken from the network because it changed them. */
  readonly updated: readonly string[]
  /** Fields that the network changed after the host had edited them: the host's stay. */
  readonly disputed: readonly string[]
}

/**
 * Field by field: what the host edited stays edited, what the network changed and the host did not is taken.
 * Without a base every difference is the host's.
 */
export function mergePost(stored: Post, upstream: Post, base: FieldHashes | undefined): MergedPost {
  const here = hashFields(stored)
  const there = hashFields(upstream)
  const changed = fieldNames.filter(
    (name) => (!base || there[name] !== base[name]) && there[name] !== here[name],
  )
  const updated = changed.filter((name) => base && base[name] === here[name])
  const disputed = changed.filter((name) => !base || base[name] !== here[name])
  const post = updated.reduce((merged, name) => copyField(name, upstream, merged), stored)
  return { post, base: there, updated, disputed }
}
