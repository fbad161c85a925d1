import { withLock } from '../cache/lock.ts'
import { readChats } from '../content/chats.ts'
import { keyName, readRemovedList, toWithdrawn } from '../content/removed-list.ts'
import { finishWriting } from '../content/transaction.ts'
import { formatInstant } from '../model/instant.ts'
import type { Progress } from '../terminal/progress.ts'
import type { Prompts } from '../terminal/prompts.ts'
import { settleAll } from './accept.ts'
import type { KeptOut } from './arrive.ts'
import { collect, type InboxSource } from './collect.ts'
import { forgetOld } from './forget-old.ts'
import { readItems } from './item-files.ts'
import { moderate } from './moderate.ts'
import { showWaiting } from './questions/keep.ts'
import { findSenders } from './sender.ts'

export type InboxRun = {
  readonly root: string
  readonly sources: readonly InboxSource[]
  readonly prompts: Prompts
  readonly progress: Progress
  readonly tell: (line: string) => void
  /** UTC, at the moment that it is asked. */
  readonly clock: () => string
  /** Show what is held back as spam, too. */
  readonly spam: boolean
}

/**
 * Collects what came in, then walks the host through it; without a terminal it says how much waits. Throws, at the
 * end, the Problem of the first source that could not be asked.
 */
export async function runInbox(run: InboxRun): Promise<void> {
  const { root, sources, prompts, tell, clock } = run
  const problems = await inLock(run, async () => {
    openInbox(root, clock())
    return collect({ ...run, sources, isKeptOut: keptOut(root) })
  })
  for (const { message } of problems.slice(1)) tell(message)
  if (prompts.isOpen) await moderate(run)
  sayLeft(run)
  if (problems[0]) throw problems[0]
}

/** Finishes what a run that died had accepted, forgets what is old, and shows the questions that wait where the host does. */
export function openInbox(root: string, now: string): void {
  finishWriting(root)
  const items = readItems(root)
  settleAll(root, items)
  forgetOld(root, items, now)
  for (const chat of readChats(root)) showWaiting(root, chat)
}

/** Whether somebody asked not to be kept, wherever they write from. */
export function keptOut(root: string): KeptOut {
  const withdrawn = toWithdrawn(readRemovedList(root), process.env[keyName] || undefined)
  return (incoming) =>
    findSenders(incoming).some(({ network, id }) => withdrawn.hasPerson(network, { id, handle: undefined }))
}

export function inLock<T>({ root, progress }: Pick<InboxRun, 'root' | 'progress'>, work: () => Promise<T>) {
  const onWait = (process: number) => progress.start(`Waiting: another run is at work (process ${process})`)
  return withLock({ root, onWait }, async () => {
    progress.close()
    return work()
  })
}

function sayLeft({ root, prompts, tell }: InboxRun): void {
  const items = readItems(root)
  const waiting = items.filter(({ state }) => state === 'waiting').length
  const held = items.filter(({ state }) => state === 'held').length
  const how = prompts.isOpen ? 'npm run inbox goes on' : 'run npm run inbox in a terminal'
  tell(waiting === 0 ? 'Nothing waits.' : `${waiting} waiting: ${how}`)
  if (held > 0) tell(`${held} held back as spam: npm run inbox -- --spam shows them`)
}

/** The clock of the machine, UTC. */
export function machineClock(): string {
  return formatInstant(Date.now())
}
