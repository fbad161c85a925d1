import type { PieceRecord } from '../content/mirror-records.ts'
import type { Piece } from '../mirrors/mirror.ts'
import type { Job, WantedPiece } from './find-jobs.ts'

export type Step<P extends Piece> =
  | { readonly kind: 'delete'; readonly job: Job<P>; readonly key: string; readonly record: PieceRecord }
  | { readonly kind: 'edit'; readonly job: Job<P>; readonly piece: WantedPiece; readonly record: PieceRecord }
  | { readonly kind: 'create'; readonly job: Job<P>; readonly piece: WantedPiece }

/**
 * What is to be done about one session: first what must not stand there any longer, then what reads otherwise, then
 * what is missing; of that the last part first, so that who reads from the newest down comes to the first part
 * first. What somebody changed or deleted at the place is left, and of a draft nothing more is published.
 */
export function planJob<P extends Piece>(job: Job<P>): Step<P>[] {
  const { record, wanted, state } = job
  const keys = new Set(wanted.map(({ key }) => key))
  const deletes = [...record]
    .filter(([key]) => !keys.has(key))
    .map(([key, found]): Step<P> => ({ kind: 'delete', job, key, record: found }))
  const edits = wanted.flatMap((piece): Step<P>[] => {
    const found = record.get(piece.key)
    if (!found || found.left || isSettled(found, piece)) return []
    return [{ kind: 'edit', job, piece, record: found }]
  })
  const creates = wanted
    .filter(({ key }) => state === 'ready' && !record.has(key))
    .map((piece): Step<P> => ({ kind: 'create', job, piece }))
    .toReversed()
  return [...deletes, ...edits, ...creates]
}

/** Not where something else was on its way: it may stand there, whatever was sent before and is wanted again. */
function isSettled({ hash, next }: PieceRecord, piece: WantedPiece): boolean {
  return hash === piece.hash && next === undefined
}
