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

/** Everything that is measured, in the order of the table; the rows of each comparison as soon as it is made. */
export async function* runBench({
  sizes,
  runs,
  seed,
  progress,
  signal,
}: BenchOptions): AsyncGenerator<Row[]> {
  const cache = benchCache
  const measure = (item: Case) => compare(item, { progress, signal })
  const few = runs ?? 3
  const docnow = findDocnowFetch(cache, few)
  if (docnow) yield measure(fetchCase(docnow))
  yield measure(fetchCase(generatedFetch(provideAnswers(cache, seed), few)))
  if (docnow) {
    const own = { size: 'docnow', archive: docnow.root, runs: few }
    const plain = join(cache, 'docnow-plain')
    rmSync(plain, { recursive: true, force: true })
    writePlainEleventy(own.archive, plain, progress)
    yield measure(buildCase({ ...own, plain }))
    yield measure(coldBuildCase(own))
  }
  for (const sessions of sizes) {
    const archive = provideArchive({ cache, seed, sessions, progress })
    const own = { size: `${sessions} sessions`, archive, runs: runs ?? runsFor(sessions) }
    yield measure(buildCase({ ...own, plain: providePlainEleventy(cache, archive, progress) }))
    if (sessions < many) yield measure(searchBuildCase({ ...own, runs: 1 }))
  }
}

/** From here on a run takes long. */
const many = 2000

function runsFor(sessions: number): number {
  return sessions >= many ? 1 : 3
}
