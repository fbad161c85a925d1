import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { toDiskProblem } from '../content/disk-problem.ts'

/** Names who is at work in the folder. */
const file = '.cache/lock'

const shape = z.object({ process: z.number(), host: z.string(), since: z.number() })
type Owner = z.output<typeof shape>

export type Held = {
  readonly text: string
  /** Undefined while the file is empty. */
  readonly owner: Owner | undefined
  /** When it was touched, by whatever clock the disk has: only a change of it means something. */
  readonly touched: number
}

/** How long others believe in a process that they cannot see, untouched. Its owner touches the file more often. */
const silenceMillis = 60_000
/** A lock is created and then filled: where it stays empty for so long, its owner died between the two. */
const emptyMillis = 2000

/** What is in the lock once it is ours; undefined where another has it. */
export function createLock(root: string): string | undefined {
  const path = join(root, file)
  const text = JSON.stringify({ process: process.pid, host: hostname(), since: Date.now() } satisfies Owner)
  makeFolder(dirname(path))
  try {
    writeFileSync(path, text, { flag: 'wx', mode: 0o600 })
    return text
  } catch (error) {
    // Without its folder, which another run took away with its lock, it is there the next time.
    if (codeOf(error) === 'EEXIST' || codeOf(error) === 'ENOENT') return undefined
    if (codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT') rmSync(path, { force: true })
    throw toDiskProblem(error, file)
  }
}

/** Not `recursive`, which takes a read-only disk for one where a folder is missing. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw toDiskProblem(error, file)
  }
}

/** Undefined where there is none. */
export function readLock(root: string): Held | undefined {
  const path = join(root, file)
  try {
    const touched = statSync(path).mtimeMs
    const text = readFileSync(path, 'utf8')
    return { text, owner: parseOwner(text), touched }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw toDiskProblem(error, file)
  }
}

/** Whether its owner died. `untouched` is for how long it was seen to stay as it is, in milliseconds. */
export function isDead({ owner }: Held, untouched: number): boolean {
  if (owner === undefined) return untouched >= emptyMillis
  return untouched >= silenceMillis || (owner.host === hostname() && !isRunning(owner.process))
}

/**
 * Takes away the lock that says this. Of several runs that find the same dead lock one moves it; where that was
 * a new one already, it goes back.
 */
export function removeLock(root: string, text: string): void {
  const path = join(root, file)
  const moved = `${path}.${process.pid}`
  try {
    renameSync(path, moved)
    if (readFileSync(moved, 'utf8') === text) rmSync(moved)
    else renameSync(moved, path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw toDiskProblem(error, file)
  }
}

/** Leaves no trace of a run that had nothing to keep. */
export function removeEmptyFolder(root: string): void {
  try {
    rmdirSync(dirname(join(root, file)))
  } catch {
    // There is something in it.
  }
}

/** Says that the owner is alive. */
export function touchLock(root: string): void {
  try {
    utimesSync(join(root, file), new Date(), new Date())
  } catch {
    // Taken away by hand, or the disk is gone: the work itself will find out.
  }
}

function parseOwner(text: string): Owner | undefined {
  try {
    return shape.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

function isRunning(number: number): boolean {
  try {
    return process.kill(number, 0)
  } catch (error) {
    return codeOf(error) !== 'ESRCH'
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
