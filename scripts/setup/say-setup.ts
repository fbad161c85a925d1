import type { Chat } from '../model/chat.ts'
import { addDays } from '../model/date.ts'
import { longDateWords, timeWords, weekdayName } from '../model/date-words.ts'
import { formatPrice, readingPrice, usualAmount } from '../model/price.ts'
import { nextAfter } from '../model/schedule.ts'
import { readingWindow } from '../model/window.ts'
import { localDate } from '../model/zone.ts'
import { zonePlace } from '../model/zone-label.ts'

/** `#lgovsm: Fridays at 1pm in London, 60 minutes, 3 questions; asked by @sam`. */
export function sayChat(chat: Chat): string {
  const { title, weekday, time, zone, minutes, questions, hosts } = chat
  const parts = questions === 0 ? 'one open chat' : questions === 1 ? '1 question' : `${questions} questions`
  const asked = hosts.length === 0 ? '' : `; asked by ${hosts.map((host) => `@${host}`).join(', ')}`
  return `${title}: ${weekdayName(weekday)}s at ${timeWords(time)} in ${zonePlace(zone)}, ${minutes} minutes, ${parts}${asked}`
}

/** What X asks for reading such a chat. */
export function sayPrice(chat: Chat): string[] {
  const { posts, people } = usualAmount
  const { times } = nextAfter(chat, chat.first ?? '2010-01-01')
  const once = formatPrice(readingPrice(usualAmount, [times.end]))
  const all = formatPrice(readingPrice(usualAmount, readingWindow(times, chat.window).ends))
  const lines = [
    `X asks $0.005 for a post that is read and $0.010 for a person: a chat of ${posts} posts by ${people} people costs about ${once}.`,
  ]
  if (all === once) return lines
  return [
    ...lines,
    `Reading it again on the next day, for late answers and edits, makes it ${all}; "window:" in chat.yaml sets when.`,
  ]
}

export type Situation = { readonly now: string; readonly hasToken: boolean }

/** What the host does next, a line each. */
export function sayNext(chat: Chat, { now, hasToken }: Situation): string[] {
  const today = localDate(now, chat.zone)
  const { times } = nextAfter(chat, addDays(today, -1))
  return [
    '',
    'What comes next:',
    `  Read content/${chat.name}/chat.yaml over, and content/pages/: they are yours to change, in any editor.`,
    ...(hasToken
      ? [`  After the chat on ${longDateWords(times.date)}: npm run fetch`]
      : [
          '  To fetch from X, write a line into the file .env: X_BEARER_TOKEN=… (your token)',
          '  Without one, make a transcript from saved posts: npm run fetch -- --from FILE_OR_FOLDER',
        ]),
    '  See the archive: npm start',
  ]
}
