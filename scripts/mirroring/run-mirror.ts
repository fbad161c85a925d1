import type { Mirror, Piece } from '../mirrors/mirror.ts'
import { MirrorTrouble } from '../mirrors/trouble.ts'
import type { Chat } from '../model/chat.ts'
import { Problem } from '../model/problem.ts'
import { Interrupted } from '../terminal/interrupted.ts'
import type { Progress } from '../terminal/progress.ts'
import { careful } from './careful.ts'
import { findJobs, placeOf } from './find-jobs.ts'
import { openRecords } from './keep-record.ts'
import { lookRound } from './look-round.ts'
import { openMeter, Pause } from './meter.ts'
import { planRun, requireFew } from './plan-run.ts'
import { sayAllRefused, sayDone, sayPause, sayRefused, sayStill } from './say-run.ts'
import { sayStep } from './say-step.ts'
import { type Outcome, takeStep } from './take-step.ts'

export type MirrorRun<P extends Piece> = {
  readonly root: string
  readonly mirror: Mirror<P>
  readonly chats: readonly Chat[]
  /** Local dates; all where there is none. */
  readonly dates: readonly string[]
  readonly dryRun: boolean
  /** Take back what was changed or deleted at the place by hand. */
  readonly again: boolean
  /** How many sessions from before the last weeks may be published a day, unless their dates are given. */
  readonly old: number
  /** Delete the copies of any number of sessions. */
  readonly yes: boolean
  /** Of the code that composes, as `composeKey` says; undefined where all is to be composed anew. */
  readonly code?: string | undefined
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly wait?: ((milliseconds: number) => Promise<unknown>) | undefined
  readonly backoffMillis?: number | undefined
  readonly progress: Progress
  readonly signal: AbortSignal
  readonly tell: (line: string) => void
}

/** As many old sessions as a day publishes where the host does not say. */
export const oldADay = 10

/**
 * Brings a mirror in step with content/: what must not stand there is deleted, what reads otherwise is edited, what
 * is missing is published. Each is written down at once, so that a run that breaks is gone on with by the next. What
 * the place refuses of one piece holds no other up: it is thrown as a Problem at the end.
 */
export async function runMirror<P extends Piece>(run: MirrorRun<P>): Promise<void> {
  const { root, mirror, clock, tell, progress, dryRun, signal } = run
  const old = { what: 'old', most: run.old, seconds: 86_400 } as const
  const limits = [...mirror.limits, old]
  const meter = openMeter({ root, mirror: mirror.name, limits, clock, wait: run.wait })
  const place = careful(mirror, { meter, signal, backoffMillis: run.backoffMillis })
  const keep = dryRun ? () => undefined : openRecords(root, placeOf(mirror))
  const found = await findJobs(run)
  requireFew(found, run)
  const done: Outcome[] = []
  const refused: string[] = []
  let left = 0
  try {
    const { jobs, all } = await lookRound(found, { run, place, meter, keep })
    const { steps, waiting } = planRun(jobs, { run, meter })
    left = steps.length
    const known = new Set(jobs.flatMap(({ record }) => [...record.values()].map(({ id }) => id)))
    const taking = { mirror: place, keep, all, known }
    if (left > 0 && !dryRun) progress.start(`${mirror.place}: to do: ${left}`, left)
    for (const step of steps) {
      if (dryRun) {
        for (const line of await sayStep(step, taking)) tell(line)
        continue
      }
      if (step.startsOld) await meter.spend('old')
      try {
        done.push(await takeStep(step, taking))
        progress.advance(1, `${step.job.date} ${done.at(-1)}`)
      } catch (error) {
        if (!(error instanceof MirrorTrouble) || error.again !== 'refused') throw error
        refused.push(sayRefused(step, error))
        tell(`not taken: ${refused.at(-1)}`)
        progress.advance(1, `${step.job.date} refused`)
      }
      left--
    }
    progress.close()
    for (const line of sayStill(jobs, { place: mirror.place, waiting, old: run.old })) tell(line)
  } catch (error) {
    progress.close()
    if (signal.aborted) throw new Interrupted('Stopped: what was published is written down.')
    if (!(error instanceof Pause)) throw error
    tell(sayPause(error, { place: mirror.place, left }))
  }
  tell(sayDone(done, { place: mirror.place, calls: meter.calls(), dryRun }))
  if (refused.length > 0) throw new Problem(sayAllRefused(refused, mirror.place))
}
