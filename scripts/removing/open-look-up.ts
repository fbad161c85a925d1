import { startStandIn } from '../demo/stand-in.ts'
import type { Purse } from '../fetching/purse.ts'
import type { Chat } from '../model/chat.ts'
import { formatPrice } from '../model/price.ts'
import { Problem } from '../model/problem.ts'
import { createGet } from '../sources/x/get.ts'
import { type LookedUp, type LookUp, lookUpPosts } from '../sources/x/look-up-posts.ts'
import { createPatience } from '../sources/x/patience.ts'
import { askingPrice } from './asked-posts.ts'

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
  return { look: (ids) => lookUpPosts(ids, { get, patience, ...paidFrom(purse) }), close: async () => {} }
}

function paidFrom({ spent, maxCost, pay }: Purse): Pick<LookUp, 'allow' | 'pay'> {
  return {
    allow: (posts) => {
      if (spent() + askingPrice(posts) <= maxCost + 1e-9) return
      throw new Problem(
        `content/site.yaml: max_cost: asking for more could cost more than ${formatPrice(maxCost)} (about ${formatPrice(spent())} is spent): what X said so far was acted on; run the command again, or raise max_cost`,
      )
    },
    pay: ({ posts, includes }) =>
      pay({
        posts: [...posts, ...includes.posts].map(({ id }) => id),
        people: includes.users.map(({ id }) => id),
      }),
  }
}
