import type { Author, Post } from './post.ts'
import { networkOf } from './post.ts'

/**
 * One key a person: the network and the user id; where no id is known, the handle or else the name.
 * Undefined for an author that the network no longer names.
 */
export function personKey(post: Post): string | undefined {
  const { id, handle, name } = post.author
  const network = networkOf(post.id)
  if (id !== undefined) return `${network}:${id}`
  if (handle !== undefined) return `${network}@${handle.toLowerCase()}`
  return name.trim() === '' ? undefined : `${network}=${name.trim()}`
}

/** What a page calls somebody: the name as shown, else the handle with `@`; '' where neither is known. */
export function nameOf(author: Author): string {
  const name = author.name.trim()
  if (name !== '') return name
  return author.handle === undefined ? '' : `@${author.handle}`
}
