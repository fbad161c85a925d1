import { readFolder, withWishes } from '../content/read-session.ts'
import { mediaChanges } from '../content/session-media.ts'
import type { Change } from '../content/transaction.ts'
import { sessionChanges } from '../content/write-session.ts'
import type { Chat } from '../model/chat.ts'
import { emptyLedger } from '../model/ledger.ts'
import { type Withdrawal, withdraw } from '../model/withdraw.ts'
import type { Withdrawn } from '../model/withdrawn.ts'

export type SessionRemoval = Pick<Withdrawal, 'removed' | 'stripped'> & {
  readonly chat: Chat
  readonly date: string
  readonly changes: readonly Change[]
}

/** What is to be written so that a session no longer holds what is withdrawn; undefined where it holds none. */
export function withdrawSession(
  root: string,
  { chat, date }: { readonly chat: Chat; readonly date: string },
  withdrawn: Withdrawn,
): SessionRemoval | undefined {
  const folder = readFolder(root, chat, date)
  const before = withWishes(folder)
  const { session, ledger, removed, stripped } = withdraw(before, folder.ledger ?? emptyLedger, withdrawn)
  if (removed.length === 0 && stripped.length === 0) return undefined
  const changes = [
    ...sessionChanges(chat, { session, ledger }, folder),
    ...mediaChanges(root, chat, { before, after: session }),
  ]
  // What is missing stays missing: without it nobody can tell what the host changed.
  const written = changes.filter(({ path }) => folder.ledger !== undefined || !path.endsWith('/ledger.json'))
  return { chat, date, removed, stripped, changes: written }
}
