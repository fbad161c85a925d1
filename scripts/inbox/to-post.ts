import { barePost } from '../model/bare-post.ts'
import { anonymous } from '../model/contribution.ts'
import type { Post } from '../model/post.ts'
import { findLinks } from '../sources/found-links.ts'
import { wellFormed } from '../sources/well-formed.ts'
import type { Item } from './item.ts'

/** An accepted item as a post. Nothing tells who sent it but the name that they gave. */
export function toPost({ at, name, text }: Pick<Item, 'at' | 'name' | 'text'>, id: string): Post {
  const author = { id: undefined, handle: undefined, name: wellFormed(name) || anonymous }
  return barePost({ id, at, author, text: findLinks(wellFormed(text)) })
}
