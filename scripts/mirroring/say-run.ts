import type { Piece } from '../mirrors/mirror.ts'
import type { MirrorTrouble } from '../mirrors/trouble.ts'
import { formatInstant } from '../model/instant.ts'
import type { Job } from './find-jobs.ts'
import type { Pause } from './meter.ts'
import type { Step } from './plan.ts'
import type { Outcome } from './take-step.ts'

type Still = { readonly place: string; readonly waiting: number; readonly old: number }

/** What is not as content/ says, and why: left by hand, drafts again, old sessions that wait. */
export function sayStill<P extends Piece>(jobs: readonly Job<P>[], { place, waiting, old }: Still): string[] {
  const left = jobs.filter(({ record }) => [...record.values()].some((one) => one.left !== undefined))
  const drafts = jobs.filter(({ state }) => state === 'draft')
  const dates = (some: readonly Job<P>[]) => some.map(({ date }) => date).join(', ')
  return [
    ...(left.length > 0
      ? [
          `${place}: left as somebody made it there by hand: ${dates(left)}: the archive's words come back with --again and the date`,
        ]
      : []),
    ...(drafts.length > 0
      ? [
          `${place}: kept in step, but nothing more is published, since index.md does not say "checked: yes": ${dates(drafts)}`,
        ]
      : []),
    ...(waiting > 0
      ? [
          `${place}: ${waiting === 1 ? '1 older session waits' : `${waiting} older sessions wait`}: ${old} a day; --older 20 makes it 20`,
        ]
      : []),
  ]
}

type Paused = { readonly place: string; readonly left: number }

export function sayPause({ message, from }: Pause, { place, left }: Paused): string {
  const when = from === undefined ? 'in an hour' : `from ${formatInstant(from)}`
  return `${place}: stopped in good order (${message}): run the command again ${when}${left > 0 ? `; left to do: ${left}` : ''}`
}

/** `lgovsm 2010-12-17 (q1): Tumblr answered 400: …` */
export function sayRefused<P extends Piece>(step: Step<P>, { message }: MirrorTrouble): string {
  const key = step.kind === 'delete' ? step.key : step.piece.key
  return `${step.job.chat.name} ${step.job.date} (${key}): ${message}`
}

/** As the end of a run that has told them one by one. */
export function sayAllRefused([first, ...others]: readonly string[], place: string): string {
  if (others.length === 0) return `${place}: one post was not taken: ${first}`
  return `${place}: ${others.length + 1} posts were not taken, as the lines above say: ${first}`
}

type Done = { readonly place: string; readonly calls: number; readonly dryRun: boolean }

export function sayDone(done: readonly Outcome[], { place, calls, dryRun }: Done): string {
  const asked = `${calls === 1 ? '1 call' : `${calls} calls`}`
  if (dryRun) return `${place}: nothing was changed (${asked})`
  const counts = [...new Set(done)].map((what) => `${done.filter((one) => one === what).length} ${what}`)
  return `${place}: ${counts.length > 0 ? counts.join(', ') : 'all as it was'} (${asked})`
}
