import { listDates } from '../content/folder.ts'
import { readFolder } from '../content/read-session.ts'
import type { Chat } from '../model/chat.ts'
import { personKey } from '../model/person.ts'
import { type Amount, amountPrice, formatPrice, usualAmount } from '../model/price.ts'
import { Problem } from '../model/problem.ts'

export type EstimateInput = {
  readonly root: string
  readonly chat: Chat
  readonly date: string
  /** How many posts the network counts; undefined where it does not say. */
  readonly count: number | undefined
}

/** How people grow with posts: in half an hour there are more than half as many. */
const growth = 0.7

/** How much will be read: as many posts as are counted, by as many people as usual. */
export function estimateAmount({ root, chat, date, count }: EstimateInput): Amount {
  const earlier = listDates(root, chat.name).filter((other) => other <= date)
  const like = findLast(earlier, (other) => amountOf(root, chat, other)) ?? usualAmount
  const posts = count ?? like.posts
  return { posts, people: Math.min(posts, Math.ceil(like.people * (posts / like.posts) ** growth)) }
}

/** `about 140 posts, $0.70 to $1.10`: the people may have been paid for on the same day. */
export function sayEstimate({ posts, people }: Amount): string {
  const [least, most] = [amountPrice({ posts, people: 0 }), amountPrice({ posts, people })]
  return `about ${posts} posts, ${formatPrice(least)} to ${formatPrice(most)}`
}

function findLast<T>(dates: readonly string[], find: (date: string) => T | undefined): T | undefined {
  for (const date of dates.toReversed()) {
    const found = find(date)
    if (found !== undefined) return found
  }
  return undefined
}

/** Undefined where there are no posts, or where a file cannot be read: an estimate can do without it. */
function amountOf(root: string, chat: Chat, date: string): Amount | undefined {
  try {
    const posts = readFolder(root, chat, date).session.segments.flatMap((segment) => segment.posts)
    const people = new Set(posts.map(({ post }) => personKey(post)))
    return posts.length === 0 ? undefined : { posts: posts.length, people: people.size }
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}
