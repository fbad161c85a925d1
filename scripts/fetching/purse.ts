import { readSpending, writeSpending } from '../cache/spending-file.ts'
import { formatInstant } from '../model/instant.ts'
import { type Amount, amountPrice, formatPrice, monthPrice } from '../model/price.ts'
import { Problem } from '../model/problem.ts'
import { addBrought, affordable, type Brought, monthOf, sum } from '../model/spending.ts'
import { smallestPage } from '../sources/x/search.ts'

/** What one run may spend, and has spent. */
export type Purse = {
  /** Of so many posts, how many may be asked for; throws a Problem where not even the smallest page may. */
  readonly allow: (most: number) => number
  /** Notes what an answer brought, before anything else is done with it. */
  readonly pay: (brought: Brought) => void
  /** US dollars of this run. */
  readonly spent: () => number
  /** US dollars. */
  readonly maxCost: number
  /** What was read and the month's sum, in lines for the host; [] where nothing was. */
  readonly say: () => string[]
}

export type PurseInput = {
  readonly root: string
  /** US dollars. */
  readonly maxCost: number
  /** Milliseconds since 1970. */
  readonly clock: () => number
}

export function openPurse({ root, maxCost, clock }: PurseInput): Purse {
  let run: Amount = { posts: 0, people: 0 }
  const spent = () => amountPrice(run)
  return {
    maxCost,
    spent,
    allow: (most) => {
      const posts = affordable(most, maxCost - spent())
      if (posts >= smallestPage) return posts
      throw new Problem(
        `content/site.yaml: max_cost: one more page could cost more than ${formatPrice(maxCost)} (about ${formatPrice(spent())} is spent): run the command again, or raise max_cost`,
      )
    },
    pay: (brought) => {
      const { spending, added } = addBrought(readSpending(root), brought, formatInstant(clock()))
      writeSpending(root, spending)
      run = sum(run, added)
    },
    say: () => {
      if (run.posts + run.people === 0) return []
      const month = formatInstant(clock()).slice(0, 7)
      const total = formatPrice(monthPrice(monthOf(readSpending(root), month)))
      return [
        `X: ${run.posts} posts and ${run.people} people read, about ${formatPrice(spent())}; ${month} so far: about ${total}`,
      ]
    },
  }
}
