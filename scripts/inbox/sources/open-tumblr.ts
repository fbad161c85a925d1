import { readChats } from '../../content/chats.ts'
import { listMirrored, readMirrorRecord } from '../../content/mirror-records.ts'
import { createAsk } from '../../mirrors/tumblr/ask.ts'
import { readKeys } from '../../mirrors/tumblr/keys.ts'
import type { InboxSource } from '../collect.ts'
import { type MirroredPost, tumblrSource } from './tumblr.ts'

type Env = Readonly<Record<string, string | undefined>>

/** Sessions of each chat, the newest, whose replies are read: later than that nobody answers. */
const newest = 8

/** The blog that site.yaml names, with the keys that copy sessions to it. */
export function openTumblrSource(root: string, blog: string, env: Env): InboxSource {
  const chats = readChats(root).map(({ name }) => name)
  return tumblrSource({
    ask: createAsk({ keys: readKeys(env), blog, base: env.TUMBLR_API_URL || undefined }),
    blog,
    chats,
    posts: chats.flatMap((chat) => mirroredPosts(root, chat, `${blog}.tumblr.com`)),
  })
}

function mirroredPosts(root: string, chat: string, where: string): MirroredPost[] {
  return listMirrored(root, chat)
    .slice(-newest)
    .flatMap((date) =>
      [...readMirrorRecord(root, { chat, date, place: `tumblr ${where}` })].map(([part, { id }]) => {
        return { id, chat, date, part }
      }),
    )
}
