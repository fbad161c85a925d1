import { hasBlog } from '../model/blog.ts'
import type { Chat } from '../model/chat.ts'
import { findClosest } from '../model/closest.ts'
import { Problem } from '../model/problem.ts'
import type { Site } from '../model/site.ts'

/**
 * Throws a Problem where several chats share the blog and site.yaml does not say which of them was there first: its
 * posts stand at /blog/post/2010-12-17/, those of the others at /blog/post/2010-12-17-lgchat/. Guessed from what is in
 * content/, the addresses would change when a chat with older sessions is added.
 */
export function requireFirst(site: Pick<Site, 'blog' | 'theme'>, chats: readonly Pick<Chat, 'name'>[]): void {
  if (!hasBlog(site)) return
  const names = chats.map(({ name }) => name)
  const first = site.blog?.first
  if (first === undefined && names.length < 2) return
  if (first !== undefined && names.includes(first)) return
  if (first === undefined) throw new Problem(sayShared(names))
  const closest = findClosest(first, names)
  throw new Problem(`content/site.yaml: blog: there is no chat "${first}": ${closest ? `did you mean ${closest}?` : `there is ${names.join(', ') || 'none'}`}`) // biome-ignore format: a sentence
}

function sayShared(names: readonly string[]): string {
  return `content/site.yaml: blog: ${names.length} chats share the blog (${names.join(', ')}), and the posts of one have the addresses without its name: write the one that was there first, such as "blog: ${names[0]}"`
}
