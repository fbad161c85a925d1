import { createHash } from 'node:crypto'
import type { Chat } from '../../../scripts/model/chat.ts'
import type { SessionSummary } from '../../../scripts/model/summary.ts'
import { cleanLine } from '../clean.ts'

export type Tag = {
  /** As it is shown, without `#`. */
  readonly name: string
  /** Its address below tagged/: a to z, 0 to 9 and `-`, as every file system takes them. */
  readonly slug: string
}

/** What a post is tagged with: its chat, its year, and its topics as the host says. */
export function tagsOf(chat: Chat, { date, tags = [] }: Pick<SessionSummary, 'date' | 'tags'>): Tag[] {
  const names = [(chat.hashtags[0] ?? chat.name).replace(/^#/, ''), date.slice(0, 4), ...tags]
  const found = new Map<string, Tag>()
  for (const name of names) {
    const slug = slugOf(name)
    if (slug !== '' && !found.has(slug)) found.set(slug, { name: cleanLine(name), slug })
  }
  return [...found.values()]
}

/**
 * Tags that differ by case or accents alone are one. A name that ASCII cannot hold ends in a word made of it; Windows
 * keeps a few names for itself.
 */
function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  if (!/[\p{L}\p{N}\p{So}]/u.test(plain)) return ''
  const base = plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '')
  const isWhole = base !== '' && plain.length <= longest && !/[^\P{L}a-z]|[^\P{N}0-9]/u.test(plain)
  const slug = isWhole ? base : [base, digestOf(plain)].filter(Boolean).join('-')
  return /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/.test(slug) ? `${slug}_` : slug
}

const longest = 50

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}
