import type { Chat } from '../model/chat.ts'
import { adoptLedger, emptyLedger, fits, type Ledger } from '../model/ledger.ts'
import { Problem } from '../model/problem.ts'
import { type SessionTimes, slotOn } from '../model/schedule.ts'
import { listDates, sessionFolder } from './folder.ts'
import { readFolder, type SessionFolder } from './read-session.ts'

/** A folder whose ledger fits it: ready to be merged. */
export type StoredFolder = SessionFolder & { readonly ledger: Ledger; readonly times: SessionTimes }

type StoredInput = {
  readonly root: string
  readonly chat: Chat
  /** As the schedule has them; the folder's own plan comes first. */
  readonly times: SessionTimes
  /** Take the files as they are where the ledger is missing or belongs to others. */
  readonly adopt: boolean
}

/** Undefined where the date has no folder. Throws a Problem where it cannot be merged. */
export function readStored({ root, chat, times, adopt }: StoredInput): StoredFolder | undefined {
  const { date } = times
  if (!listDates(root, chat.name).includes(date)) return undefined
  const folder = readFolder(root, chat, date)
  const slot = slotOn(chat, date, folder.session.plan)
  const ledger = requireLedger(folder, `${sessionFolder(chat.name, date)}/ledger.json`, adopt)
  return { ...folder, ledger, times: slot.kind === 'session' ? slot.times : times }
}

function requireLedger({ session, ledger }: SessionFolder, name: string, adopt: boolean): Ledger {
  if (adopt) return adoptLedger(session, ledger)
  if (session.segments.length === 0) return ledger ?? emptyLedger
  if (ledger === undefined)
    throw new Problem(`${name}:1: it is missing, so nobody can tell what you changed: ${how}`)
  if (!fits(ledger, session)) throw new Problem(`${name}:1: it belongs to another session: ${how}`)
  return ledger
}

const how =
  'restore it from the last commit, or run npm run fetch with --adopt to take the files as they stand'
