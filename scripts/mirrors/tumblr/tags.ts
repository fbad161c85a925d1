import type { Chat } from '../../model/chat.ts'
import type { Session } from '../../model/session.ts'

/** Letters that Tumblr keeps of a tag. */
const longest = 139

/** The chat, the year, and what it was about. A comma would part a tag in two. */
export function tagsOf(chat: Chat, { date, tags = [] }: Session): string[] {
  const own = (chat.hashtags[0] ?? chat.name).replace(/^#/, '')
  const all = [own, date.slice(0, 4), ...tags].map(clean).filter((tag) => tag !== '')
  const seen = new Set<string>()
  return all.filter((tag) => {
    const key = tag.toLowerCase()
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function clean(tag: string): string {
  const line = tag
    .replace(/[,，]+/g, ' ')
    .replace(/[\p{Cc}#\s]+/gu, ' ')
    .trim()
  return [...line].slice(0, longest).join('')
}
