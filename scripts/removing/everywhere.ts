import { readChats } from '../content/chats.ts'
import { listDates, listFolder, readText, sessionFolder } from '../content/folder.ts'
import { type Additions, addRemoved, readRemovedList, removedListChanges } from '../content/removed-list.ts'
import { type Change, writeTogether } from '../content/transaction.ts'
import type { Chat } from '../model/chat.ts'
import type { Withdrawn } from '../model/withdrawn.ts'
import { dropAnswers } from './drop-answers.ts'
import { type SessionRemoval, withdrawSession } from './withdraw-session.ts'

/** Every session of every chat, oldest first. */
export function* allSessions(root: string): Generator<{ readonly chat: Chat; readonly date: string }> {
  for (const chat of readChats(root)) for (const date of listDates(root, chat.name)) yield { chat, date }
}

/** Sessions that hold what is withdrawn. With `words`, only those are read whose files have one of them. */
export function planRemoval(
  root: string,
  withdrawn: Withdrawn,
  words?: readonly string[],
): readonly SessionRemoval[] {
  const plans: SessionRemoval[] = []
  for (const session of allSessions(root)) {
    if (words && !mentions(root, session, words)) continue
    const plan = withdrawSession(root, session, withdrawn)
    if (plan) plans.push(plan)
  }
  return plans
}

function mentions(
  root: string,
  { chat, date }: { readonly chat: Chat; readonly date: string },
  words: readonly string[],
): boolean {
  const folder = sessionFolder(chat.name, date)
  return listFolder(root, folder).some((name) => {
    if (!name.endsWith('.md')) return false
    const text = readText(root, `${folder}/${name}`) ?? ''
    return words.some((word) => text.includes(word))
  })
}

export type Removal = {
  readonly plans: readonly SessionRemoval[]
  /** What no later reading may bring back. */
  readonly additions: Additions
  readonly secret: string | undefined
  /** What else is to be written with it. */
  readonly others?: readonly Change[] | undefined
  /** Ids and handles: a stored answer of the network that has one of them is dropped. */
  readonly words: readonly string[]
}

/** All files that a removal changes. */
export function removalChanges(
  root: string,
  { plans, additions, secret, others = [] }: Removal,
): readonly Change[] {
  return [
    ...plans.flatMap(({ changes }) => changes),
    ...others,
    ...removedListChanges(root, addRemoved(readRemovedList(root), additions, secret)),
  ]
}

/** All of it or nothing; then answers of the network that hold it are forgotten. */
export function applyRemoval(root: string, removal: Removal): void {
  writeTogether(root, 'removal', removalChanges(root, removal))
  dropAnswers(root, removal.words)
}
