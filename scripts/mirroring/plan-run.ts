import type { Piece } from '../mirrors/mirror.ts'
import { formatInstant } from '../model/instant.ts'
import { Problem } from '../model/problem.ts'
import type { Job } from './find-jobs.ts'
import type { Meter } from './meter.ts'
import { planJob, type Step } from './plan.ts'
import type { MirrorRun } from './run-mirror.ts'

export type RunPlan<P extends Piece> = {
  /** `startsOld`: the first step of a session from before the last weeks. */
  readonly steps: readonly (Step<P> & { readonly startsOld: boolean })[]
  /** Old sessions that another day will bring. */
  readonly waiting: number
}

type Planning<P extends Piece> = {
  readonly run: Pick<MirrorRun<P>, 'dates' | 'clock'>
  readonly meter: Pick<Meter, 'room'>
}

const freshDays = 14
const kinds = ['delete', 'edit', 'create'] as const

/**
 * What must not stand there any longer comes first, then what reads otherwise, then new sessions, then old ones,
 * oldest first, as many as a day may bring: who follows the blog has each of them on the dashboard, whatever its date.
 */
export function planRun<P extends Piece>(jobs: readonly Job<P>[], { run, meter }: Planning<P>): RunPlan<P> {
  const since = formatInstant(run.clock() - freshDays * 86_400_000).slice(0, 10)
  const isOld = ({ date, record }: Job<P>) => run.dates.length === 0 && record.size === 0 && date < since
  const fresh = jobs.filter((job) => !isOld(job)).flatMap(planJob)
  const old = jobs
    .filter(isOld)
    .map(planJob)
    .filter((steps) => steps.length > 0)
  const now = old.slice(0, meter.room('old'))
  const inOrder = kinds.flatMap((kind) => fresh.filter((step) => step.kind === kind))
  return {
    steps: [
      ...inOrder.map((step) => ({ ...step, startsOld: false })),
      ...now.flatMap((steps) => steps.map((step, index) => ({ ...step, startsOld: index === 0 }))),
    ],
    waiting: old.length - now.length,
  }
}

/** More than these may not vanish without a question. */
const mostGone = 3

/** Throws a Problem where many sessions are gone at once: more likely the content is not all there. */
export function requireFew<P extends Piece>(
  jobs: readonly Job<P>[],
  { yes, mirror }: Pick<MirrorRun<P>, 'yes' | 'mirror'>,
): void {
  const gone = jobs.filter(({ wanted, record }) => wanted.length === 0 && record.size > 0)
  if (yes || gone.length <= mostGone) return
  throw new Problem(
    `${mirror.place}: ${gone.length} sessions stand there that are no longer in content/ (${gone[0]?.date} to ${gone.at(-1)?.date}): if they are to be deleted there, run the command again with --yes`,
  )
}
