import { compareIds } from '../../model/post.ts'
import type { Reading } from '../source.ts'
import type { XPost } from './answer.ts'
import type { Lookup } from './lookup.ts'

/** Whom and what these posts need and no answer held. */
export function missingFrom(posts: readonly XPost[], lookup: Lookup): Reading['missing'] {
  const authors = posts.flatMap((post) => post.authorId ?? [])
  const referred = posts.flatMap((post) => post.references.map((reference) => reference.id))
  return {
    authors: ascending(authors.filter((id) => !lookup.users.has(id))),
    posts: ascending(referred.filter((id) => !lookup.posts.has(id))),
  }
}

function ascending(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort(compareIds)
}
