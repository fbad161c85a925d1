import { setTimeout } from 'node:timers/promises'
import { Problem } from '../model/problem.ts'
import {
  createLock,
  type Held,
  isDead,
  readLock,
  removeEmptyFolder,
  removeLock,
  touchLock,
} from './lock-file.ts'

export type LockSettings = {
  readonly root: string
  /** Called once where another run is at work. */
  readonly onWait?: ((process: number) => void) | undefined
  readonly longestWaitMillis?: number | undefined
  readonly wait?: ((milliseconds: number) => Promise<unknown>) | undefined
}

const pollMillis = 500
const beatMillis = 10_000

/**
 * Works while no other run does, on this machine or on another that shares the folder. Waits for the other one;
 * takes over at once from one that died. Throws a Problem where the other takes too long.
 */
export async function withLock<T>(settings: LockSettings, work: () => Promise<T>): Promise<T> {
  const { root } = settings
  const text = await takeLock(settings)
  const beat = setInterval(touchLock, beatMillis, root).unref()
  try {
    return await work()
  } finally {
    clearInterval(beat)
    removeLock(root, text)
    removeEmptyFolder(root)
  }
}

async function takeLock(settings: LockSettings): Promise<string> {
  const { root, onWait, longestWaitMillis = 600_000, wait = setTimeout } = settings
  let waited = 0
  let seen: { readonly held: Held; readonly at: number } | undefined
  for (;;) {
    const text = createLock(root)
    if (text !== undefined) return text
    const held = readLock(root)
    if (held === undefined) {
      await wait(1)
      continue
    }
    if (seen?.held.text !== held.text || seen.held.touched !== held.touched) seen = { held, at: waited }
    if (isDead(held, waited - seen.at)) {
      removeLock(root, held.text)
      continue
    }
    const other = held.owner?.process ?? 0
    if (waited >= longestWaitMillis) {
      throw new Problem(
        `another run is at work (process ${other}): wait until it is done, or end it, and run the command again`,
      )
    }
    if (waited === 0) onWait?.(other)
    await wait(pollMillis)
    waited += pollMillis
  }
}
