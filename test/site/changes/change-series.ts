import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { createRandom, pick } from '../../../scripts/bench/generate/random.ts'
import { Problem } from '../../../scripts/model/problem.ts'
import { type Made, makeChanged } from '../../../scripts/site/make-changed.ts'
import { changes } from './changes.ts'
import { filesIn, writeSmallArchive } from './small-archive.ts'

/** What a series came to. */
export type Series = {
  /** Kinds of changes that were made. */
  readonly kinds: number
  /** Sites that were compared, and how many times content/ could not be built instead. */
  readonly compared: number
  readonly refused: number
}

/** Makes so many changes, one to three at a time, and compares the site built from what changed with one built anew. */
export async function compareSeries(seed: number, count: number): Promise<Series> {
  const root = mkdtempSync(join(tmpdir(), 'changes-'))
  const random = createRandom(seed)
  const done: string[] = []
  const kinds = new Set<string>()
  let [compared, refused] = [0, 0]
  const compareNow = async () => {
    if (await compare(root, done)) compared++
    else refused++
  }
  try {
    writeSmallArchive(root, random)
    await compareNow()
    while (done.length < count) {
      const name = pick(random, Object.keys(changes))
      const what = changes[name]?.(root, random)
      if (what === undefined) continue
      done.push(`${name}: ${what}`)
      kinds.add(name)
      if (random() < 0.8) await compareNow()
    }
    await compareNow()
    return { kinds: kinds.size, compared, refused }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** false where content/ cannot be built, which both have to say in the same words. */
async function compare(root: string, done: readonly string[]): Promise<boolean> {
  const changed = await built(root, 'dist', false)
  const anew = await built(root, 'anew', true)
  const about = `after ${done.slice(-5).join('; ')}`
  if (typeof anew === 'string' || typeof changed === 'string') {
    expect(changed, about).toEqual(anew)
    return false
  }
  expect(differing(root, 'dist', 'anew'), about).toEqual([])
  return true
}

/** What was wrong with content/, where that keeps a site from being made. */
async function built(root: string, folder: string, isFull: boolean): Promise<Made | string> {
  try {
    return await makeChanged({ root, folder, isFull })
  } catch (error) {
    if (error instanceof Problem) return error.message
    throw error
  }
}

/** Files that one of two folders has and the other has not, or has otherwise. */
export function differing(root: string, one: string, other: string): string[] {
  const [first, second] = [one, other].map((folder) => bytesIn(root, folder))
  const names = new Set([...(first?.keys() ?? []), ...(second?.keys() ?? [])])
  return [...names].filter((name) => {
    const [a, b] = [first?.get(name), second?.get(name)]
    return a === undefined || b === undefined || !a.equals(b)
  })
}

function bytesIn(root: string, folder: string): Map<string, Buffer> {
  const files = filesIn(root, folder)
  return new Map(files.map((file) => [file.slice(folder.length + 1), readFileSync(join(root, file))]))
}
