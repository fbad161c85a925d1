import { questionsChanges, readQuestions } from '../../content/questions-file.ts'
import { writeTogether } from '../../content/transaction.ts'
import type { Chat } from '../../model/chat.ts'
import type { Item } from '../item.ts'
import { writeItem } from '../item-files.ts'
import { newPlaceId } from '../new-id.ts'
import { unlistedQuestions } from './waiting.ts'

/**
 * Keeps an accepted question until it is chosen: in the inbox, and in public only where the host shows what waits.
 * The inbox comes first, so that a run that dies leaves nothing in public that nobody knows the sender of.
 */
export function keepQuestion(root: string, item: Item, { chat, now }: { chat: Chat; now: string }): void {
  const place = {
    id: item.place?.id ?? newPlaceId(item.network),
    chat: chat.name,
    date: undefined,
    key: undefined,
  }
  writeItem(root, { ...item, state: 'accepted', decidedAt: now, place })
  showWaiting(root, chat)
}

/** Puts what waits into the public list, where the host shows it there. */
export function showWaiting(root: string, chat: Chat): void {
  const list = readQuestions(root, chat.name)
  const unlisted = list.backlog ? unlistedQuestions(root, chat) : []
  if (unlisted.length === 0) return
  const questions = [...list.questions, ...unlisted]
  writeTogether(root, `${chat.name}-questions`, questionsChanges(root, chat.name, { ...list, questions }))
}
