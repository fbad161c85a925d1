import { readChats } from '../content/chats.ts'
import { questionsChanges, readQuestions } from '../content/questions-file.ts'
import type { Change } from '../content/transaction.ts'
import type { SentQuestion } from '../model/sent-question.ts'
import type { Item } from './item.ts'
import { deleteItem, readItems } from './item-files.ts'
import { findSenders, type Somebody } from './sender.ts'

/** Whose things are to go, or which. */
export type Forgotten = {
  /** Ids as they stand in content/, `email:5f0c…`. */
  readonly posts: readonly string[]
  /** Undefined where no person is meant, or nobody knows their number. */
  readonly person: Somebody | undefined
  /** With which something was sent in; undefined where none is meant. */
  readonly name: string | undefined
}

/** What the inbox has of them: what waits, what was declined, and who sent what was accepted. */
export function findForgotten(root: string, { posts, person, name }: Forgotten): Item[] {
  return readItems(root).filter(
    (item) =>
      posts.includes(item.place?.id ?? '') ||
      (person !== undefined && isBy(item, person)) ||
      (name !== undefined && isNamed(item, name)),
  )
}

function isBy(item: Item, { network, id }: Somebody): boolean {
  return findSenders(item).some((sender) => sender.network === network && sender.id === id.toLowerCase())
}

/** Whether a name was given, in any case. */
export function isNamed(given: { readonly name: string }, wanted: string): boolean {
  return given.name.trim().toLowerCase() === wanted.trim().toLowerCase()
}

/** That it came is remembered, so that it does not come again. */
export function forgetItems(root: string, items: readonly Item[]): void {
  for (const { id } of items) deleteItem(root, id)
}

export type QuestionsRemoval = { readonly count: number; readonly changes: readonly Change[] }

/** The public lists that have such questions, without them. What was asked in a session is the host's, and stays. */
export function withoutQuestions(
  root: string,
  { posts, name }: Pick<Forgotten, 'posts' | 'name'>,
): QuestionsRemoval[] {
  const isMeant = (question: SentQuestion) =>
    posts.includes(question.id ?? '') || (name !== undefined && isNamed(question, name))
  return readChats(root).flatMap((chat) => {
    const list = readQuestions(root, chat.name)
    const questions = list.questions.filter((question) => !isMeant(question))
    const count = list.questions.length - questions.length
    return count === 0 ? [] : [{ count, changes: questionsChanges(root, chat.name, { ...list, questions }) }]
  })
}
