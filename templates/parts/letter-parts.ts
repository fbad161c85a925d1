import { groupByLetter, type LetterGroup } from './letters.ts'
import type { ChatData } from './site-data.ts'

/** A page of the list of people: the first one, or one letter's. */
export type LetterPart = {
  readonly chat: ChatData
  /** Undefined on the first page. */
  readonly letter: LetterGroup | undefined
  readonly letters: readonly LetterGroup[]
  /** Whether each letter has a page of its own. */
  readonly isCut: boolean
}

/** More people than this are cut by letter. */
const most = 500

export function letterParts(chat: ChatData): LetterPart[] {
  const letters = groupByLetter(chat.people)
  const isCut = chat.people.length > most
  const first = { chat, letter: undefined, letters, isCut }
  return isCut ? [first, ...letters.map((letter) => ({ chat, letter, letters, isCut }))] : [first]
}
