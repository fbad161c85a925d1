import type { Chat } from '../model/chat.ts'
import { anonymous } from '../model/contribution.ts'
import { longDateWords } from '../model/date-words.ts'
import { localDate, localTime } from '../model/zone.ts'
import { oneLine } from '../terminal/safe-text.ts'
import type { Item } from './item.ts'
import { findPersonal } from './personal.ts'

const ways = {
  email: 'by e-mail',
  form: 'by the form',
  tumblr: 'on Tumblr',
  github: 'on GitHub',
  dm: 'by direct message',
  hand: 'added by hand',
} as const

/** Lines of a text that are shown; the rest is a file away. */
const mostLines = 40

/** An item as the host sees it, in lines that cannot steer the terminal. */
export function sayItem(item: Item, chat: Chat): string[] {
  const date = longDateWords(localDate(item.at, chat.zone))
  const lines = item.text.split('\n')
  const more = lines.length - mostLines
  return [
    `${ways[item.network]}, ${date}, ${localTime(item.at, chat.zone).slice(0, 5)}${sayTag(item)}`,
    `Name to show: ${oneLine(item.name) || `none (${anonymous})`}`,
    ...item.doubts.map((doubt) => `Held back: ${oneLine(doubt)}`),
    '',
    ...lines.slice(0, mostLines).map(oneLine),
    ...(more > 0 ? [`… and ${more} lines more, in .inbox/items/${item.id}.json`] : []),
    '',
    ...sayPersonal(item),
  ]
}

function sayTag({ tag }: Item): string {
  if (!tag) return ''
  const place = [tag.chat, tag.date, tag.key, tag.isQuestion ? 'a question for next time' : undefined]
  return `, for ${place.filter((part) => part !== undefined).join(' ')}`
}

function sayPersonal({ name, text, sender }: Item): string[] {
  const found = findPersonal(`${name}\n${text}`, sender)
  if (found.length === 0) return []
  return [`Look out: this tells how to reach somebody: ${oneLine(found.join(', '))}`]
}
