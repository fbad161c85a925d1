import type { Chat } from '../../model/chat.ts'
import { cutToFit, fits } from '../../model/fit-post.ts'

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
    ...questions.map((question, i) => ask(i + 1, question, tag)),
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

function ask(number: number, question: string, tag: string): string {
  const [before, after] = [`Q${number} `, ` ${tag}`]
  const text = question.replace(/\s+/g, ' ').trim()
  return `${before}${cutToFit(before, text, after) ?? '…'}${after}`
}
