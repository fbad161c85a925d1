import { isAnonymous, isContribution } from './contribution.ts'
import type { Author, Post } from './post.ts'
import { networkOf } from './post.ts'

/**
 * One key a person: the network and the user id; where no id is known, the handle or else the name.
 * Undefined for an author that the network no longer names, and for who sent something in without a name: two of
 * those are not one.
 */
export function personKey(post: Post): string | undefined {
  const { id, handle, name } = post.author
  const network = networkOf(post.id)
  if (id !== undefined) return `${network}:${id}`
  if (handle !== undefined) return `${network}@${handle.toLowerCase()}`
  if (name.trim() === '' || (isContribution(post) && isAnonymous(name))) return undefined
  return `${network}=${name.trim()}`
}

/** What a page calls somebody: the name as shown, else the handle with `@`; '' where neither is known. */
export function nameOf(author: Author): string {
  if (!isBlank(author.name)) return author.name.trim()
  return author.handle === undefined ? '' : `@${author.handle}`
}

/** Whether a name shows nothing: spaces of any kind, fillers, and characters that only change others. */
export function isBlank(name: string): boolean {
  return !/[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u.test(name)
}
