import { questionsChanges, readQuestions } from '../../content/questions-file.ts'
import { writeTogether } from '../../content/transaction.ts'
import type { Chat } from '../../model/chat.ts'
import type { Item } from '../item.ts'
import { writeItem } from '../item-files.ts'
import { newPlaceId } from '../new-id.ts'
import { toQuestion } from './waiting.ts'

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
  const kept: Item = { ...item, state: 'accepted', decidedAt: now, place }
  writeItem(root, kept)
  const list = readQuestions(root, chat.name)
  if (!list.backlog || list.questions.some(({ id }) => id === place.id)) return
  const questions = [...list.questions, toQuestion(kept, chat)]
  writeTogether(root, `${chat.name}-questions`, questionsChanges(root, chat.name, { ...list, questions }))
}
