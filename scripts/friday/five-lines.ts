import type { Chat } from '../model/chat.ts'
import { type DateLanguage, dateWords } from '../model/date-words.ts'
import { cutToFit, fits } from '../model/fit-post.ts'
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

/**
 * A post about a transcript: title, questions, numbers, address, what comes next. Never more than one post may
 * weigh: the words of the questions, then those of the title, are cut where they have to be.
 */
export function fiveLines({ chat, summary, address, next, language }: FiveLinesInput): string[] {
  const name = `${chat.hashtags[0] ?? chat.title}, ${dateWords(summary.date, language)}`
  const title = oneLine(summary.title)
  const numbers = words[language].numbers(summary.posts, summary.people.length)
  const link = address === undefined ? [] : [`${address}${chat.name}/${summary.date}/`]
  const asked = summary.questions
    .flatMap(({ key, text }) =>
      text === '' ? [] : [`${key.replace(/^q/, words[language].question)} ${oneLine(text)}`],
    )
    .join(' ')
  const rest = [numbers, ...link, next]
  const after = `\n${rest.join('\n')}`
  const head = title === '' ? name : `${name}: ${title}`
  const cut = cutToFit(`${head}\n`, asked, after)
  if (cut !== undefined) return [head, ...(saysMuch(cut, asked) ? [cut] : []), ...rest]
  if (title === '' || fits(`${head}${after}`)) return [head, ...rest]
  const short = cutToFit(`${name}: `, title, after)
  return [saysMuch(short ?? '', title) ? `${name}: ${short}` : name, ...rest]
}

/** Fewer letters than these say nothing. */
const leastLetters = 20

function saysMuch(cut: string, whole: string): boolean {
  return cut !== '' && (cut === whole || cut.length > leastLetters)
}
