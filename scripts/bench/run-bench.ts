import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Progress } from '../terminal/progress.ts'
import { buildCase, coldBuildCase, searchBuildCase } from './cases/build-cases.ts'
import { fetchCase, findDocnowFetch, generatedFetch } from './cases/fetch-cases.ts'
import { benchCache } from './cases/places.ts'
import { provideAnswers, provideArchive } from './generate/archive.ts'
import { type Case, compare, type Row } from './measure/compare.ts'
import { providePlainEleventy, writePlainEleventy } from './plain-eleventy.ts'

export type BenchOptions = {
  /** Sessions of each generated archive. */
  readonly sizes: readonly number[]
  /** Undefined: three, and one where a run takes long. */
  readonly runs: number | undefined
  readonly seed: number
  readonly progress: Progress
  readonly signal: AbortSignal
}

/** Everything that is measured, in the order of the table. */
export async function runBench({ sizes, runs, seed, progress, signal }: BenchOptions): Promise<Row[]> {
  const cache = benchCache
  const measure = (item: Case) => compare(item, { progress, signal })
  const few = runs ?? 3
  const rows = await measure(fetchCase(generatedFetch(provideAnswers(cache, seed), few)))
  const docnow = findDocnowFetch(cache, few)
  if (docnow) {
    rows.unshift(...(await measure(fetchCase(docnow))))
    const archive = docnow.root
    const plain = join(cache, 'docnow-plain')
    rmSync(plain, { recursive: true, force: true })
    writePlainEleventy(archive, plain, progress)
    rows.push(...(await measure(buildCase({ size: 'docnow', archive, plain, runs: few }))))
    rows.push(...(await measure(coldBuildCase({ size: 'docnow', archive, runs: few }))))
  }
  for (const sessions of sizes) {
    const archive = provideArchive({ cache, seed, sessions, progress })
    const plain = providePlainEleventy(cache, archive, progress)
    const size = `${sessions} sessions`
    rows.push(...(await measure(buildCase({ size, archive, plain, runs: runs ?? runsFor(sessions) }))))
    if (sessions < many) rows.push(...(await measure(searchBuildCase({ size, archive, runs: 1 }))))
  }
  return rows
}

/** From here on a run takes long. */
const many = 2000

function runsFor(sessions: number): number {
  return sessions >= many ? 1 : 3
}
