import { copyField, fieldNames, hashFields } from './fields.ts'
import type { Post } from './post.ts'

/** Fields as the network gave them when they were last written. */
type Base = Readonly<Record<string, string>>

export type MergedPost = {
  readonly post: Post
  /** Next base: always what the network says now. */
  readonly base: Base
  /** Fields taken from the network because it changed them. */
  readonly updated: readonly string[]
  /** Fields that the network changed after the host had edited them: the host's stay. */
  readonly disputed: readonly string[]
}

/** Field by field: what the host edited stays edited, what the network changed and the host did not is taken. */
export function mergePost(stored: Post, upstream: Post, base: Base): MergedPost {
  const here = hashFields(stored)
  const there = hashFields(upstream)
  const changed = fieldNames.filter((name) => there[name] !== base[name] && there[name] !== here[name])
  const updated = changed.filter((name) => base[name] === here[name])
  const disputed = changed.filter((name) => base[name] !== here[name])
  const post = updated.reduce((merged, name) => copyField(name, upstream, merged), stored)
  return { post, base: there, updated, disputed }
}
