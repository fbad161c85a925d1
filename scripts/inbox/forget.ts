import { readChats } from '../content/chats.ts'
import { questionsChanges, readQuestions } from '../content/questions-file.ts'
import type { Change } from '../content/transaction.ts'
import type { Item } from './item.ts'
import { deleteItem, readItems } from './item-files.ts'

/** Whose things are to go, or which. */
export type Forgotten = {
  /** Ids as they stand in content/, `email:5f0c…`. */
  readonly posts: readonly string[]
  /** Undefined where no person is meant. */
  readonly person: { readonly network: string; readonly id: string } | undefined
}

/** What the inbox has of them: what waits, what was declined, and who sent what was accepted. */
export function findForgotten(root: string, { posts, person }: Forgotten): Item[] {
  return readItems(root).filter(
    (item) => posts.includes(item.place?.id ?? '') || (person !== undefined && isBy(item, person)),
  )
}

/** A direct message is by somebody of the chat's own network. */
function isBy({ network, sender }: Item, person: { readonly network: string; readonly id: string }): boolean {
  const networks = network === 'dm' ? ['dm', 'x'] : [network]
  return networks.includes(person.network) && sender?.toLowerCase() === person.id.toLowerCase()
}

/** That it came is remembered, so that it does not come again. */
export function forgetItems(root: string, items: readonly Item[]): void {
  for (const { id } of items) deleteItem(root, id)
}

/** The public lists of questions without these. What was asked in a session is the host's, and stays. */
export function withoutQuestions(root: string, ids: readonly string[]): Change[] {
  return readChats(root).flatMap(({ name }) => {
    const list = readQuestions(root, name)
    const questions = list.questions.filter(({ id }) => id === undefined || !ids.includes(id))
    if (questions.length === list.questions.length) return []
    return questionsChanges(root, name, { ...list, questions })
  })
}
