import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { readChats } from '../content/chats.ts'
import { listDates } from '../content/folder.ts'
import type { Chat } from '../model/chat.ts'
import { usualAmount } from '../model/price.ts'
import { askingPrice } from './asked-posts.ts'
import {
  type Checkable,
  findCheckable,
  newestSessions,
  type RecheckOptions,
  recheckSessions,
} from './recheck.ts'

export type TurnOptions = RecheckOptions & {
  /** UTC. */
  readonly now: string
}

/** Where the last turn ended: chat → date. Lost without harm. */
const file = '.cache/recheck.json'
const shape = z.record(z.string(), z.string())

/**
 * Asks about sessions older than the newest ones, as many as the purse allows, going on where the last turn
 * ended and beginning again at the oldest.
 */
export async function recheckInTurns(options: TurnOptions): Promise<void> {
  const { root, purse, now } = options
  const ended = readTurns(root)
  const affordableNow = () => purse.maxCost - purse.spent()
  const count = Math.max(1, Math.floor(affordableNow() / askingPrice(usualAmount.posts)))
  for (const chat of readChats(root)) {
    const newest = new Set(newestSessions(root, chat).map(({ date }) => date))
    const older = listDates(root, chat.name).filter((date) => !newest.has(date))
    const dates = fromTurn(older, { ended: ended[chat.name], now, count })
    const turn = affordable(root, { chat, dates, left: affordableNow() })
    const onDone = ({ date }: Checkable) => {
      ended[chat.name] = date
      writeTurns(root, ended)
    }
    await recheckSessions(turn, { ...options, onDone })
  }
}

type Wanted = { readonly chat: Chat; readonly dates: readonly string[]; readonly left: number }

/** The first of these sessions, as many as the money is for. */
function affordable(root: string, { chat, dates, left }: Wanted): Checkable[] {
  const turn: Checkable[] = []
  for (const date of dates) {
    const session = findCheckable(root, chat, date)
    if (!session) continue
    if (priceOf([...turn, session]) > left + 1e-9) break
    turn.push(session)
  }
  return turn
}

function priceOf(sessions: readonly Checkable[]): number {
  return askingPrice(sessions.reduce((sum, { posts }) => sum + posts, 0))
}

/**
 * All dates, beginning with the one after `ended`. Where that is not known, as on a machine that keeps nothing
 * from run to run, the week decides, so that every date has its turn all the same: `count` is how many a turn has.
 */
export function fromTurn(dates: readonly string[], { ended, now, count }: Turn): string[] {
  if (dates.length === 0) return []
  const week = Math.floor(Date.parse(now) / (7 * 24 * 3_600_000))
  const next = dates.findIndex((date) => ended !== undefined && date > ended)
  const start = ended === undefined ? (week * count) % dates.length : Math.max(next, 0)
  return [...dates.slice(start), ...dates.slice(0, start)]
}

export type Turn = {
  /** Date that the last turn ended with. */
  readonly ended: string | undefined
  /** UTC. */
  readonly now: string
  readonly count: number
}

function readTurns(root: string): Record<string, string> {
  try {
    return shape.parse(JSON.parse(readFileSync(join(root, file), 'utf8')))
  } catch {
    return {}
  }
}

function writeTurns(root: string, turns: Readonly<Record<string, string>>): void {
  const path = join(root, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.tmp`, JSON.stringify(turns))
  renameSync(`${path}.tmp`, path)
}
