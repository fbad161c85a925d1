import { readIndex } from '../content/read-session.ts'
import { sampleNow } from '../demo/stand-in.ts'
import { findDue } from '../fetching/due-sessions.ts'
import type { Chat } from '../model/chat.ts'
import { formatInstant } from '../model/instant.ts'

/** What a chat wants done at this moment. */
export type ChatDay = {
  readonly chat: Chat
  /** UTC; the sample has a clock of its own. */
  readonly now: string
  /** Local dates whose next reading has come, ascending. */
  readonly due: readonly string[]
  /** Those among them that were never read. */
  readonly first: readonly string[]
}

/** The clock is in milliseconds since 1970. */
export function chatDay(root: string, chat: Chat, clock: number): ChatDay {
  const now = chat.sample ? sampleNow : formatInstant(clock)
  const known = (date: string) => readIndex(root, chat.name, date)
  const due = findDue({ chat, now, known }).sessions.map(({ times }) => times.date)
  return { chat, now, due, first: due.filter((date) => known(date)?.readTo === undefined) }
}
