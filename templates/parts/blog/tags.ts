import type { Chat } from '../../../scripts/model/chat.ts'
import type { SessionSummary } from '../../../scripts/model/summary.ts'
import { cleanLine } from '../clean.ts'

export type Tag = {
  /** As it is shown, without `#`. */
  readonly name: string
  /** Its address below tagged/: letters and digits of any script, and `-`. */
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

/** Tags that differ by case or marks alone are one; Windows keeps a few names for itself. */
function slugOf(name: string): string {
  const slug = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
    .toWellFormed()
  return /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/.test(slug) ? `${slug}_` : slug
}
