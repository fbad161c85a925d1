import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Progress } from '../terminal/progress.ts'
import type { SiteFile } from './file-hash.ts'
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
  const { place, plan, files, progress } = work
  const { added, changed, removed } = plan
  const total = added.length + changed.length + removed.length
  if (total === 0) return
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
    await place.put(
      Buffer.from(formatList(new Map([...files].map(([file, { hash }]) => [file, hash])))),
      listName,
    )
    await place.remove(onTheWayName)
  } finally {
    progress.close()
  }
}

async function putAll(work: Work, pass: readonly string[], putMany: PutMany): Promise<void> {
  const { place, ours, signal, progress } = work
  if (pass.length === 0) return
  let arrived = 0
  await putMany(pass, () => {
    arrived += 1
    progress.advance(1)
  })
  progress.advance(pass.length - arrived)
  // An earlier run may have gone the other way.
  const wereOnTheWay = pass.filter((file) => ours.get(file) === '')
  await sideBySide(wereOnTheWay, place.atOnce, place.tidy)
  signal?.throwIfAborted()
}

async function putEach(work: Work, pass: readonly string[], note: Note): Promise<void> {
  const { place, folder, progress } = work
  for (const step of inSteps(pass)) {
    await sideBySide(step, place.atOnce, async (file) => {
      await turn(work)
      await place.put(readFileSync(join(folder, file)), file)
      progress.advance(1)
      await note.add(file)
    })
  }
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
