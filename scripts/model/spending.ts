import { type Amount, amountPrice, type Month } from './price.ts'

/** What was read from X, as X counts it: the same post or person costs once a UTC day. */
export type Spending = {
  /** By UTC month: `2010-12`. */
  readonly months: Readonly<Record<string, Month>>
  /** UTC date of the last reading. */
  readonly day: string
  /** Ids that were paid for on that day. */
  readonly posts: readonly string[]
  readonly people: readonly string[]
}

/** Ids of what one answer brought. */
export type Brought = { readonly posts: readonly string[]; readonly people: readonly string[] }

export const nothingSpent: Spending = { months: {}, day: '', posts: [], people: [] }

/** Spending after an answer that came at an instant, and what was new in it. */
export function addBrought(
  spending: Spending,
  brought: Brought,
  now: string,
): { readonly spending: Spending; readonly added: Amount } {
  const day = now.slice(0, 10)
  const known = day === spending.day ? spending : { posts: [], people: [] }
  const posts = without(brought.posts, known.posts)
  const people = without(brought.people, known.people)
  const added = { posts: posts.length, people: people.length }
  const month = day.slice(0, 7)
  const months = {
    ...spending.months,
    [month]: { ...monthOf(spending, month), ...sum(monthOf(spending, month), added) },
  }
  return {
    added,
    spending: { months, day, posts: [...known.posts, ...posts], people: [...known.people, ...people] },
  }
}

/** Spending after so many direct messages. */
export function addMessages(spending: Spending, count: number, now: string): Spending {
  const month = now.slice(0, 7)
  const before = monthOf(spending, month)
  const after = { ...before, messages: (before.messages ?? 0) + count }
  return { ...spending, months: { ...spending.months, [month]: after } }
}

export function monthOf({ months }: Spending, month: string): Month {
  return months[month] ?? { posts: 0, people: 0 }
}

export function sum(a: Amount, b: Amount): Amount {
  return { posts: a.posts + b.posts, people: a.people + b.people }
}

/** Of so many posts, how many may be asked for so that no answer can cost more than is left, in US dollars. */
export function affordable(most: number, left: number): number {
  return Math.min(most, Math.floor(left / dearest))
}

/** A post that answers one and quotes another, with all their authors and whom it answers: four people. */
const dearest = amountPrice({ posts: 3, people: 4 })

function without(ids: readonly string[], known: readonly string[]): string[] {
  const seen = new Set(known)
  return [...new Set(ids)].filter((id) => !seen.has(id))
}
