import { readSpending, writeSpending } from '../cache/spending-file.ts'
import { amountPrice, formatPrice } from '../model/price.ts'
import { Problem } from '../model/problem.ts'
import { addBrought } from '../model/spending.ts'
import type { Answer } from '../sources/x/answer.ts'
import { askingPrice } from './asked-posts.ts'

/** What a run may spend and has spent; the month's sum is kept with that of fetching. */
export type Purse = {
  /** Throws a Problem where so many posts would cost more than is left. */
  readonly allow: (posts: number) => void
  readonly pay: (answer: Answer) => void
}

export type PurseSettings = {
  readonly root: string
  /** US dollars. */
  readonly limit: number
  /** UTC. */
  readonly now: () => string
}

export function openPurse({ root, limit, now }: PurseSettings): Purse {
  let spent = 0
  return {
    allow: (posts) => {
      if (spent + askingPrice(posts) <= limit + 1e-9) return
      throw new Problem(
        `X was not asked for more: with ${formatPrice(spent)} spent, the next answer could pass ${formatPrice(limit)}, the limit of this run: see max_cost in content/site.yaml; what X said so far was acted on`,
      )
    },
    pay: ({ posts, includes }) => {
      const all = [...posts, ...includes.posts].map(({ id }) => id)
      const brought = { posts: all, people: includes.users.map(({ id }) => id) }
      const { spending, added } = addBrought(readSpending(root), brought, now())
      spent += amountPrice(added)
      writeSpending(root, spending)
    },
  }
}
