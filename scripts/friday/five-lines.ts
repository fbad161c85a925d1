import twitterText from 'twitter-text'
import type { Chat } from '../model/chat.ts'
import { type DateLanguage, dateWords } from '../model/date-words.ts'
import type { SessionSummary } from '../model/summary.ts'
import { oneLine } from '../terminal/safe-text.ts'

export type FiveLinesInput = {
  readonly chat: Chat
  readonly summary: SessionSummary
  /** Of the site; undefined until it is known. */
  readonly address: string | undefined
  /** `Next: Friday 24 December 2010, 1pm GMT` */
  readonly next: string
  /** Of the archive, and so of the post. */
  readonly language: DateLanguage
}

/** As the pages say it. */
const words = {
  en: {
    question: 'Q',
    numbers: (posts: number, people: number) =>
      `${posts} ${posts === 1 ? 'post' : 'posts'} by ${people} ${people === 1 ? 'person' : 'people'}`,
  },
  cy: {
    question: 'C',
    numbers: (posts: number, people: number) => `${posts} neges gan ${people} o bobl`,
  },
}

/** What a post may weigh on X: https://docs.x.com/fundamentals/counting-characters */
const heaviest = 280

/**
 * A post about a transcript: title, questions, numbers, address, what comes next. Never more than one post may
 * weigh: the words of the questions, then those of the title, are cut where they have to be.
 */
export function fiveLines({ chat, summary, address, next, language }: FiveLinesInput): string[] {
  const name = `${chat.hashtags[0] ?? chat.title}, ${dateWords(summary.date, language)}`
  const title = oneLine(summary.title)
  const numbers = words[language].numbers(summary.posts, summary.people.length)
  const link = address === undefined ? [] : [`${address}${chat.name}/${summary.date}/`]
  const asked = summary.questions.flatMap(({ key, text }) =>
    text === '' ? [] : [`${key.replace(/^q/, words[language].question)} ${oneLine(text)}`],
  )
  const made = (title: string, asked: string) => [
    title === '' ? name : `${name}: ${title}`,
    ...(asked === '' ? [] : [asked]),
    numbers,
    ...link,
    next,
  ]
  const short = longest(asked.join(' '), (text) => weighsLittle(made(title, text)))
  if (short !== undefined) return made(title, short)
  return made(longest(title, (text) => weighsLittle(made(text, ''))) ?? '', '')
}

/** Fewer letters than these say nothing. */
const leastLetters = 20

/** As much of a text as fits, the rest as `…`; '' where that would say nothing, undefined where even that is too much. */
function longest(text: string, fits: (text: string) => boolean): string | undefined {
  if (!fits('')) return undefined
  if (fits(text)) return text
  const letters = [...text]
  for (let length = letters.length - 1; length >= leastLetters; length--) {
    const cut = `${letters.slice(0, length).join('').trimEnd()}…`
    if (fits(cut)) return cut
  }
  return ''
}

function weighsLittle(lines: readonly string[]): boolean {
  return twitterText.parseTweet(lines.join('\n')).weightedLength <= heaviest
}
