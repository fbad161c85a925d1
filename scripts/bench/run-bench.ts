import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Progress } from '../terminal/progress.ts'
import { type BuildCase, buildCase, compiledAnew, extrasBuildCases } from './cases/build-cases.ts'
import { fetchCase, findDocnowFetch, generatedFetch } from './cases/fetch-cases.ts'
import { addedCase, growthCase, unchangedCase } from './cases/friday-cases.ts'
import { benchCache } from './cases/places.ts'
import { provideAnswers, provideArchive } from './generate/archive.ts'
import { type Case, compare, type Row } from './measure/compare.ts'
import { runMeasured } from './measure/run-measured.ts'
import { findHugoVersion, hugo } from './rivals/hugo.ts'
import { plainEleventy } from './rivals/plain-eleventy.ts'
import { provideRival, writeRival } from './rivals/rival-project.ts'

export type BenchOptions = {
  /** Sessions of each generated archive, the smallest first. */
  readonly sizes: readonly number[]
  /** Undefined: three, and one where a run takes long. */
  readonly runs: number | undefined
  readonly seed: number
  readonly progress: Progress
  readonly signal: AbortSignal
}

/** Everything that is measured, in the order of the table; the rows of each comparison as soon as it is made. */
export async function* runBench(options: BenchOptions): AsyncGenerator<Row[]> {
  const { sizes, runs, seed, progress, signal } = options
  const cache = benchCache
  const hugoVersion = findHugoVersion()
  const measure = (item: Case) => compare(item, { progress, signal })
  await warmUp(options)
  yield* recordedRows(options, measure)
  yield measure(fetchCase(generatedFetch(provideAnswers(cache, seed), runs ?? few)))
  const own = (sessions: number): BuildCase => {
    const archive = provideArchive({ cache, seed, sessions, progress })
    return { size: `${sessions} sessions`, archive, runs: runs ?? few }
  }
  for (const sessions of sizes) {
    const item = own(sessions)
    const rival = { archive: item.archive, progress }
    const eleventy = provideRival(plainEleventy, cache, rival)
    const hugoProject = hugoVersion === undefined ? undefined : provideRival(hugo, cache, rival)
    const once = { ...item, runs: 1 }
    const full = sessions >= many ? { ...item, runs: runs ?? 1 } : item
    const all = buildCase(full, { eleventy, hugo: hugoProject, floor: true })
    yield measure(all)
    for (const more of sessions < many ? [compiledAnew(all), ...extrasBuildCases(once)] : [])
      yield measure(more)
    const added = addedCase(item, hugoProject)
    yield measure(added)
    yield measure(compiledAnew(added))
    yield measure(unchangedCase(item, cache))
  }
  const [smallest, largest] = [sizes[0], sizes.at(-1)]
  if (smallest === undefined || largest === undefined || smallest === largest) return
  yield measure(growthCase(own(largest), own(smallest)))
}

/** Not measured: has all code compiled, that of search and text files too. */
async function warmUp({ sizes: [sessions = 1], seed, progress, signal }: BenchOptions): Promise<void> {
  const archive = provideArchive({ cache: benchCache, seed, sessions, progress })
  const generated = { size: 'smallest', archive, runs: 1 }
  progress.start('Warming up')
  const cases = [
    ...extrasBuildCases(generated),
    fetchCase(generatedFetch(provideAnswers(benchCache, seed), 1)),
  ]
  for (const { contenders } of cases) {
    for (const { prepare, command } of contenders) {
      await prepare(signal)
      await runMeasured(command, signal)
    }
  }
  progress.close()
}

/** A real chat, where its recording stands beside the project. */
async function* recordedRows(
  { runs = few, progress }: BenchOptions,
  measure: (item: Case) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  const docnow = findDocnowFetch(benchCache, runs)
  if (!docnow) return
  yield measure(fetchCase(docnow))
  const own = { size: 'docnow', archive: docnow.root, runs }
  const eleventy = join(benchCache, 'docnow-plain')
  rmSync(eleventy, { recursive: true, force: true })
  writeRival(plainEleventy, eleventy, { archive: docnow.root, progress })
  const full = buildCase(own, { eleventy, hugo: undefined, floor: false })
  yield measure(full)
  yield measure(compiledAnew(full))
}

const few = 3

/** From here on a full build takes long. */
const many = 2000
