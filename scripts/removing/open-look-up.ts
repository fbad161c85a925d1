import { startStandIn } from '../demo/stand-in.ts'
import type { Chat } from '../model/chat.ts'
import { Problem } from '../model/problem.ts'
import { createGet } from '../sources/x/get.ts'
import { type LookedUp, lookUpPosts } from '../sources/x/look-up-posts.ts'
import { createPatience } from '../sources/x/patience.ts'
import type { Purse } from './purse.ts'

export type LookUpDoor = {
  readonly look: (ids: readonly string[]) => Promise<LookedUp>
  readonly close: () => Promise<void>
}

/** X for a chat of one's own; for the sample a stand-in on this machine. */
export async function openLookUp(chat: Chat, token: string | undefined, purse: Purse): Promise<LookUpDoor> {
  const patience = createPatience({})
  if (chat.sample) {
    const { url, token, close } = await startStandIn()
    const get = createGet({ token, base: url })
    return { look: (ids) => lookUpPosts(ids, { get, patience }), close }
  }
  if (!token) {
    throw new Problem('X_BEARER_TOKEN is missing: put it into .env (see "Your own chat" in README.md)')
  }
  const get = createGet({ token })
  return { look: (ids) => lookUpPosts(ids, { get, patience, ...purse }), close: async () => {} }
}
