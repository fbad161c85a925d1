import { readSite } from '../content/site-settings.ts'
import type { Mirror, Piece } from '../mirrors/mirror.ts'
import { readKeys } from '../mirrors/tumblr/keys.ts'
import { openTumblr } from '../mirrors/tumblr/tumblr.ts'
import type { Chat } from '../model/chat.ts'
import { Problem } from '../model/problem.ts'

type Env = Readonly<Record<string, string | undefined>>

/** What a mirror is given to do, whatever its pieces are made of. */
export type WithMirror<T> = <P extends Piece>(mirror: Mirror<P>) => T

/** The mirror of that name, as site.yaml and the environment say. Throws a Problem where one of them does not. */
export function withMirror<T>(
  name: string,
  { root, env }: { readonly root: string; readonly env: Env },
  use: WithMirror<T>,
): T {
  if (name !== 'tumblr') throw new Problem(`npm run mirror: there is no mirror "${name}": there is tumblr`)
  const blog = readSite(root).tumblr
  if (blog === undefined) {
    throw new Problem('content/site.yaml: say which blog is meant (tumblr: NAME); see docs/tumblr.md')
  }
  return use(openTumblr({ keys: readKeys(env), blog, base: env.TUMBLR_API_URL || undefined }))
}

/** Invented people reach no real place: a sample is mirrored to a stand-in on this computer alone. */
export function mirrored(chats: readonly Chat[], env: Env): Chat[] {
  return chats.filter(({ sample }) => !sample || isHere(env.TUMBLR_API_URL))
}

function isHere(address: string | undefined): boolean {
  return address !== undefined && /^https:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|\/|$)/.test(address)
}
