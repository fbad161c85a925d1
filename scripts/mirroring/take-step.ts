import { hashLines, type PieceRecord } from '../content/mirror-records.ts'
import type { Mirror, Piece, Standing } from '../mirrors/mirror.ts'
import type { Job, WantedPiece } from './find-jobs.ts'
import { findAllNear } from './find-near.ts'
import type { KeepRecord } from './keep-record.ts'
import type { Step } from './plan.ts'

export type Taking<P extends Piece> = {
  readonly mirror: Mirror<P>
  readonly keep: KeepRecord
  /** All that is published there, where one page tells it; else it is asked for. */
  readonly all: readonly Standing[] | undefined
  /** Ids that belong to a record. */
  readonly known: ReadonlySet<string>
}

/** In place of the hash of lines that are on their way: it is being deleted. */
export const noLines = 'none'

/** What became of a step. */
export type Outcome = 'created' | 'adopted' | 'edited' | 'deleted' | 'left as edited' | 'left as deleted'

/** Takes one step and writes down what became of it at once. */
export async function takeStep<P extends Piece>(step: Step<P>, taking: Taking<P>): Promise<Outcome> {
  if (step.kind === 'delete') return takeAway(step, taking)
  if (step.kind === 'edit') return correct(step, taking)
  return publish(step, taking)
}

async function takeAway<P extends Piece>(
  { job, key, record }: Extract<Step<P>, { kind: 'delete' }>,
  { mirror, keep }: Taking<P>,
): Promise<Outcome> {
  if (record.left !== 'deleted') {
    keep(job, key, { ...record, next: noLines })
    await mirror.remove(record.id)
  }
  keep(job, key, undefined)
  return 'deleted'
}

/** Nobody's words but the archive's own are written over. */
async function correct<P extends Piece>(step: EditStep<P>, taking: Taking<P>): Promise<Outcome> {
  const { job, piece, record } = step
  const { mirror, keep } = taking
  const { key, hash, lines } = piece
  const standing = await mirror.look(record.id)
  const end = findEnd(step, standing)
  if (end === 'publish') return publish({ kind: 'create', job, piece }, taking)
  if (end === 'forget') {
    keep(job, key, undefined)
    return 'deleted'
  }
  if (end === 'leave deleted' || !standing) {
    keep(job, key, { ...record, left: 'deleted' })
    return 'left as deleted'
  }
  if (end === 'leave edited') {
    keep(job, key, { ...record, left: 'edited' })
    return 'left as edited'
  }
  keep(job, key, { ...record, lines: hashLines(standing.lines), next: lines })
  await mirror.edit(record.id, whole(job, piece))
  keep(job, key, { id: record.id, hash, lines })
  return 'edited'
}

/** What an edit comes to once it is known what stands there; where the archive deleted it itself, it is made anew. */
export function findEnd<P extends Piece>(
  { job, piece, record }: EditStep<P>,
  standing: Standing | undefined,
) {
  if (standing) return isOurs(standing, record, piece) ? 'edit' : 'leave edited'
  if (record.lines !== '*' && record.next !== noLines) return 'leave deleted'
  return job.state === 'ready' ? 'publish' : 'forget'
}

type EditStep<P extends Piece> = Extract<Step<P>, { kind: 'edit' }>

/** A run that died may have published it without writing it down. */
async function publish<P extends Piece>(
  { job, piece }: Extract<Step<P>, { kind: 'create' }>,
  taking: Taking<P>,
): Promise<Outcome> {
  const { mirror, keep } = taking
  const found = await findNamed(piece, taking)
  if (!found) {
    const id = await mirror.create(whole(job, piece))
    keep(job, piece.key, { id, hash: piece.hash, lines: piece.lines })
    return 'created'
  }
  const record = adopted(found, piece)
  keep(job, piece.key, record)
  if (record.hash === '') await correct({ kind: 'edit', job, piece, record }, taking)
  return 'adopted'
}

/** What stands there under the name of a piece, and in no record. */
export async function findNamed<P extends Piece>(
  piece: WantedPiece,
  { mirror, all, known }: Pick<Taking<P>, 'mirror' | 'all' | 'known'>,
): Promise<Standing | undefined> {
  const standing = all ?? (await findAllNear(mirror.findNear, piece.at))
  return standing.find((one) => isNamed(one, piece) && !known.has(one.id))
}

/** The piece with all that is sent. */
export function whole<P extends Piece>(job: Job<P>, { key }: WantedPiece): P {
  const found = job.open().find((piece) => piece.key === key)
  if (!found) throw new Error(`${job.date} was composed twice, and ${key} only once`)
  return found
}

/** What is written down of a piece that was found; where it reads otherwise it is to be edited. */
export function adopted({ id, lines }: Standing, piece: WantedPiece): PieceRecord {
  const hash = hashLines(lines)
  return { id, hash: hash === piece.lines ? piece.hash : '', lines: hash }
}

/** Whether what stands there has the name and the date of a piece: nobody else's post has both. */
export function isNamed({ slug, at }: Standing, piece: WantedPiece): boolean {
  return slug === piece.slug && at === piece.at
}

/** Whether what stands there is what the program put there, or was putting there when it died. */
export function isOurs({ lines }: Standing, record: PieceRecord, piece: WantedPiece): boolean {
  const hash = hashLines(lines)
  return record.lines === '*' || [record.lines, record.next, piece.lines].includes(hash)
}
