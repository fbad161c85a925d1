import type { PieceRecord } from '../content/mirror-records.ts'
import type { Mirror, Piece, Standing } from '../mirrors/mirror.ts'
import { type ByHand, findByHand } from './by-hand.ts'
import type { Job } from './find-jobs.ts'
import type { KeepRecord } from './keep-record.ts'
import type { Meter } from './meter.ts'
import { planJob } from './plan.ts'
import type { MirrorRun } from './run-mirror.ts'
import { adopted } from './take-step.ts'

export type Round<P extends Piece> = {
  readonly run: Pick<MirrorRun<P>, 'again' | 'dryRun' | 'tell'>
  readonly place: Mirror<P>
  readonly meter: Meter
  readonly keep: KeepRecord
}

export type Seen<P extends Piece> = {
  /** With what was found about their pieces. */
  readonly jobs: readonly Job<P>[]
  /** All that is published there, where one page tells it. */
  readonly all: readonly Standing[] | undefined
}

/**
 * Looks at one page of the place, whatever there is to do, and marks what was changed or deleted there by hand, so
 * that it is left. Where there is nothing to do every page has its turn, run by run.
 */
export async function lookRound<P extends Piece>(jobs: readonly Job<P>[], round: Round<P>): Promise<Seen<P>> {
  const { place, meter, run, keep } = round
  if (jobs.every(({ record, wanted }) => record.size + wanted.length === 0)) return { jobs, all: undefined }
  const isBusy = jobs.some((job) => planJob(job).length > 0)
  const page = isBusy ? 0 : meter.page()
  const listed = await place.list(page)
  const pages = Math.max(1, Math.ceil(listed.total / listed.pageSize))
  if (!isBusy && !run.dryRun) meter.setPage((page + 1) % pages)
  const all = page === 0 && listed.total <= listed.pageSize ? listed.standing : undefined
  const found = await findByHand(jobs, { listed, page }, place.look)
  const seen = found.reduce(
    (all, hand) => settle(all, hand, { keep, tell: run.tell, place: place.place }),
    jobs,
  )
  return { jobs: run.again ? seen.map((job) => takenBack(job, keep)) : seen, all }
}

type Settling = { readonly keep: KeepRecord; readonly tell: (line: string) => void; readonly place: string }

function settle<P extends Piece>(jobs: readonly Job<P>[], hand: ByHand<P>, { keep, tell, place }: Settling) {
  const { job, piece, what } = hand
  const marked = toRecord(hand)
  keep(job, piece.key, marked)
  if (what === 'edited' || what === 'deleted') {
    tell(`${place}: ${job.chat.name} ${job.date}: ${piece.slug} was ${what} there by hand`)
  }
  return jobs.map((one) => {
    const isIt = one.date === job.date && one.chat.name === job.chat.name
    return isIt ? withRecord(one, piece.key, marked) : one
  })
}

function toRecord<P extends Piece>({ piece, record, what, standing }: ByHand<P>): PieceRecord | undefined {
  const { left: _, ...ours } = record
  if (what === 'taken') return undefined
  if (what === 'undone') return ours
  if (what === 'moved' && standing) return adopted(standing, piece)
  return what === 'moved' ? record : { ...ours, left: what }
}

/** The archive's words count again, whatever stands there: what was deleted is published anew, all else written over. */
function takenBack<P extends Piece>(job: Job<P>, keep: KeepRecord): Job<P> {
  let taken = job
  for (const [key, record] of job.record) {
    const back = record.left === 'deleted' ? undefined : { id: record.id, hash: '', lines: '*' }
    keep(job, key, back)
    taken = withRecord(taken, key, back)
  }
  return taken
}

function withRecord<P extends Piece>(job: Job<P>, key: string, record: PieceRecord | undefined): Job<P> {
  const records = new Map(job.record)
  if (record) records.set(key, record)
  else records.delete(key)
  return { ...job, record: records }
}
