import { readQuestions } from '../../content/questions-file.ts'
import type { Chat } from '../../model/chat.ts'
import type { SentQuestion } from '../../model/sent-question.ts'
import { localDate } from '../../model/zone.ts'
import type { Item } from '../item.ts'
import { readItems } from '../item-files.ts'

/** Questions that were accepted and wait for a session, in the order they came: those in the inbox, and those in public. */
export function waitingQuestions(root: string, chat: Chat): SentQuestion[] {
  const listed = readQuestions(root, chat.name).questions
  const known = new Set(listed.map(({ id }) => id))
  const own = readItems(root)
    .filter((item) => isWaiting(item, chat.name))
    .map((item) => toQuestion(item, chat))
    .filter(({ id }) => !known.has(id))
  return [...listed.filter(({ chosen }) => chosen === undefined), ...own]
}

function isWaiting({ state, place }: Item, chat: string): boolean {
  return state === 'accepted' && place?.chat === chat && place.date === undefined
}

/** A question as it may stand in public: one line, and the name that was given. */
export function toQuestion({ place, text, name, at }: Item, chat: Chat): SentQuestion {
  return {
    id: place?.id,
    text: text.replace(/\s+/g, ' ').trim(),
    name,
    received: localDate(at, chat.zone),
    chosen: undefined,
  }
}
