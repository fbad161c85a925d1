import { setImmediate } from 'node:timers/promises'
import type { Progress } from '../terminal/progress.ts'
import { readSame, type SiteFile } from './file-hash.ts'
import { createNote, type Note } from './on-the-way.ts'
import type { Place, PutMany } from './place.ts'
import { type CopyPlan, inSteps } from './plan-copy.ts'
import { formatList, listName, onTheWayName, type Published } from './published-list.ts'

export type Work = {
  readonly place: Place
  /** Of the site. */
  readonly folder: string
  readonly plan: CopyPlan
  readonly ours: Published
  /** What the list there says; undefined where there is none. */
  readonly list: Published | undefined
  /** What a run that broke off had on its way. */
  readonly left: Published | undefined
  readonly files: ReadonlyMap<string, SiteFile>
  readonly progress: Progress
  readonly signal?: AbortSignal | undefined
}

/**
 * Carries a plan out in its order. A note of what is on its way comes first and is renewed between, so that what a
 * run that breaks off has put there is known to the next one; the list comes last.
 */
export async function carryOut(work: Work): Promise<void> {
  const { place, plan, list, left, files, progress } = work
  const { added, changed, removed } = plan
  const total = added.length + changed.length + removed.length
  const listed = formatList(new Map([...files].map(([file, { hash }]) => [file, hash])))
  if (total === 0) {
    // A run that broke off may have had all in its place but the list.
    if (left || !list || formatList(list) !== listed) await settle(place, listed)
    return
  }
  progress.start(`Writing to ${place.name}`, total)
  try {
    const note = createNote(work)
    await note.write()
    const putMany = await place.findPutMany?.()
    for (const pass of [added, changed]) {
      if (putMany) await putAll(work, pass, putMany)
      if (!putMany) await putEach(work, pass, note)
    }
    await removeEach(work, removed)
    await settle(place, listed)
  } finally {
    progress.close()
  }
}

async function settle(place: Place, listed: string): Promise<void> {
  await place.put(Buffer.from(listed), listName)
  await place.remove(onTheWayName)
}

async function putAll(work: Work, pass: readonly string[], putMany: PutMany): Promise<void> {
  const { place, ours, signal, progress } = work
  if (pass.length === 0) return
  requireSame(work, pass)
  let arrived = 0
  await putMany(pass, () => {
    arrived += 1
    progress.advance(1)
  })
  progress.advance(pass.length - arrived)
  requireSame(work, pass)
  // An earlier run may have gone the other way.
  const wereOnTheWay = pass.filter((file) => ours.get(file) === '')
  await sideBySide(wereOnTheWay, place.atOnce, place.tidy)
  signal?.throwIfAborted()
}

async function putEach(work: Work, pass: readonly string[], note: Note): Promise<void> {
  const { place, progress } = work
  for (const step of inSteps(pass)) {
    await sideBySide(step, place.atOnce, async (file) => {
      await turn(work)
      await place.put(readListed(work, file), file)
      progress.advance(1)
      await note.add(file)
    })
  }
}

function requireSame(work: Work, pass: readonly string[]): void {
  for (const file of pass) readListed(work, file)
}

function readListed({ folder, files }: Work, file: string): Buffer {
  return readSame(folder, file, files.get(file) ?? { hash: '', bytes: 0 })
}

async function removeEach(work: Work, removed: readonly string[]): Promise<void> {
  for (const file of removed) {
    await turn(work)
    await work.place.remove(file)
    work.progress.advance(1)
  }
}

/** The first error ends it, once what is on its way has come to an end. */
async function sideBySide<T>(
  items: readonly T[],
  most: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = [...items]
  const run = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item)
  }
  const stop = (error: unknown) => {
    left.length = 0
    throw error
  }
  const workers = Array.from({ length: Math.min(most, items.length) }, () => run().catch(stop))
  const failed = (await Promise.allSettled(workers)).find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
}

/** Lets Ctrl-C through between two files. */
async function turn({ signal }: Work): Promise<void> {
  await setImmediate()
  signal?.throwIfAborted()
}
