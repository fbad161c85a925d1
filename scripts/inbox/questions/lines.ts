import twitterText from 'twitter-text'
import type { Chat } from '../../model/chat.ts'

/** What a post may weigh on X: https://docs.x.com/fundamentals/counting-characters */
const heaviest = 280

export type Announced = {
  readonly chat: Chat
  readonly questions: readonly string[]
  readonly minutes: number
  /** Where the transcript will stand; undefined until it is known. */
  readonly address: string | undefined
}

/** The posts that the host sends, each within what one post may hold: an opening that says what is kept, then the questions. */
export function hostLines({ chat, questions, minutes, address }: Announced): string[] {
  const tag = chat.hashtags[0] ?? ''
  return [
    opening({ chat, questions, minutes, address }),
    ...questions.map((question, i) => fitted(`Q${i + 1} `, question, ` ${tag}`)),
  ]
}

function opening({ chat, questions, minutes, address }: Announced): string {
  const tag = chat.hashtags[0] ?? ''
  const count = questions.length === 1 ? 'one question' : `${questions.length} questions`
  const what = `Welcome to ${tag}: ${count}, ${minutes} minutes. Answer with A1, A2 and ${tag}.`
  const kept = `Posts with ${tag} go into a public transcript${address ? ` at ${address}` : ''}; with ${chat.offTheRecord} they do not.`
  const whole = `${what} ${kept}`
  return fits(whole)
    ? whole
    : `A public transcript is kept of posts with ${tag}; ${chat.offTheRecord} keeps yours out.`
}

/** A text cut at a word where it has to be, or within its first one. */
function fitted(before: string, text: string, after: string): string {
  const whole = text.replace(/\s+/g, ' ').trim()
  if (fits(before + whole + after)) return before + whole + after
  const words = whole.slice(0, 2 * heaviest).split(' ')
  const letters = [...(words[0] ?? '')]
  const beginnings = [
    ...words.map((_, i) => words.slice(0, words.length - i).join(' ')),
    ...letters.map((_, i) => letters.slice(0, letters.length - i).join('')),
  ]
  const longest = beginnings.find((beginning) => fits(`${before}${beginning}…${after}`))
  return `${before}${longest ?? ''}…${after}`
}

function fits(line: string): boolean {
  return twitterText.parseTweet(line).weightedLength <= heaviest
}
