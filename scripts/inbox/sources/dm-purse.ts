import { readSpending, writeSpending } from '../../cache/spending-file.ts'
import { formatPrice, messagePrice, monthPrice } from '../../model/price.ts'
import { Problem } from '../../model/problem.ts'
import { addMessages, monthOf } from '../../model/spending.ts'

/** What one run may read, and what it has cost. */
export type MessagePurse = {
  /** How many messages may be read. */
  readonly most: number
  /** Notes what an answer brought, before anything else is done with it. */
  readonly pay: (messages: number) => void
  /** What so many cost and the month's sum, for the host. */
  readonly say: (messages: number) => string
}

/** In one run. */
const mostMessages = 500
/** Fewer at once are not worth a request. */
export const smallestPage = 10

export type PurseInput = {
  readonly root: string
  /** US dollars. */
  readonly maxCost: number
  /** UTC, at the moment that it is asked. */
  readonly clock: () => string
}

/** Throws a Problem where not even the smallest page may be paid. */
export function openMessagePurse({ root, maxCost, clock }: PurseInput): MessagePurse {
  const most = Math.min(mostMessages, Math.floor(maxCost / messagePrice))
  if (most < smallestPage) {
    throw new Problem(
      `content/site.yaml: max_cost: ${formatPrice(maxCost)} does not pay for ${smallestPage} direct messages: raise it to ${formatPrice(smallestPage * messagePrice)} or more`,
    )
  }
  return {
    most,
    pay: (messages) => writeSpending(root, addMessages(readSpending(root), messages, clock())),
    say: (messages) => {
      const month = clock().slice(0, 7)
      const total = formatPrice(monthPrice(monthOf(readSpending(root), month)))
      const cost = formatPrice(messages * messagePrice)
      return `X: ${messages} direct messages read, about ${cost}; ${month} so far: about ${total}`
    },
  }
}
