import { listDates } from '../content/folder.ts'
import type { Chat } from '../model/chat.ts'
import { Problem } from '../model/problem.ts'

/** The one date that a command names, else the newest that has a folder. */
export function requireDate(root: string, chat: Chat, args: readonly string[]): string {
  const [date, second] = args
  if (second !== undefined) throw new Problem(`${second}: one date at a time: leave it out`)
  const newest = date ?? listDates(root, chat.name).at(-1)
  if (newest !== undefined) return newest
  throw new Problem(`content/${chat.name}: there is no transcript yet: npm run fetch makes one`)
}
