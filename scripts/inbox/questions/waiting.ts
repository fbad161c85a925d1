import { readQuestions } from '../../content/questions-file.ts'
import { readRemovedList } from '../../content/removed-list.ts'
import type { Chat } from '../../model/chat.ts'
import type { SentQuestion } from '../../model/sent-question.ts'
import { localDate } from '../../model/zone.ts'
import type { Item } from '../item.ts'
import { readItems } from '../item-files.ts'

/** Questions that were accepted and wait for a session, in the order they came: those in public, and those in the inbox. */
export function waitingQuestions(root: string, chat: Chat): SentQuestion[] {
  const listed = readQuestions(root, chat.name).questions
  return [...listed.filter(({ chosen }) => chosen === undefined), ...unlistedQuestions(root, chat)]
}

/**
 * Accepted questions that only the inbox has, in the order they came. What the public list has it has by its id, and
 * nothing else is kept of what was chosen; what was removed, perhaps on another computer, stays away.
 */
export function unlistedQuestions(root: string, chat: Chat): SentQuestion[] {
  const listed = readQuestions(root, chat.name).questions.map(({ id }) => id)
  const known = new Set([...listed, ...readRemovedList(root).posts])
  return readItems(root)
    .filter((item) => isQuestion(item) && item.place?.chat === chat.name && !known.has(item.place.id))
    .map((item) => toQuestion(item, chat))
}

/** The items, of a question with what it was chosen for. */
export function withChosen(root: string, items: readonly Item[]): Item[] {
  return items.map((item) => {
    const { place } = item
    if (!place || !isQuestion(item)) return item
    const chosen = readQuestions(root, place.chat).questions.find(({ id }) => id === place.id)?.chosen
    return chosen ? { ...item, place: { ...place, ...chosen } } : item
  })
}

function isQuestion({ state, tag }: Item): boolean {
  return state === 'accepted' && tag?.isQuestion === true
}

/** A question as it may stand in public: one line, and the name that was given. */
function toQuestion({ place, text, name, at }: Item, chat: Chat): SentQuestion {
  return {
    id: place?.id,
    text: text.replace(/\s+/g, ' ').trim(),
    name,
    received: localDate(at, chat.zone),
    chosen: undefined,
  }
}
