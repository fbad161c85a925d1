/** What X asks for a post and for a user that is read, in US dollars; the same one twice a UTC day costs once. */
const perPost = 0.005
const perUser = 0.01
/** For a direct message that is read: https://docs.x.com/x-api/getting-started/pricing */
export const messagePrice = 0.01

export type Amount = { readonly posts: number; readonly people: number }

/** What was read in a month. */
export type Month = Amount & { readonly messages?: number | undefined }

/** What a busy hour of a chat holds. */
export const usualAmount: Amount = { posts: 300, people: 65 }

/** US dollars. */
export function amountPrice({ posts, people }: Amount): number {
  return posts * perPost + people * perUser
}

/** US dollars. */
export function monthPrice(month: Month): number {
  return amountPrice(month) + (month.messages ?? 0) * messagePrice
}

/** US dollars for reading a chat, at each of some instants (UTC). */
export function readingPrice(amount: Amount, instants: readonly string[]): number {
  const days = new Set(instants.map((instant) => instant.slice(0, 10)))
  return days.size * amountPrice(amount)
}

/** `$2.15`. */
export function formatPrice(dollars: number): string {
  return `$${(Math.round(dollars * 100) / 100).toFixed(2)}`
}
