import type { PieceRecord } from '../content/mirror-records.ts'
import type { Listed, Mirror, Piece, Standing } from '../mirrors/mirror.ts'
import type { Job, WantedPiece } from './find-jobs.ts'
import { isNamed, isOurs, noLines } from './take-step.ts'

/** A piece that is not as the program left it at the place. */
export type ByHand<P extends Piece> = {
  readonly job: Job<P>
  readonly piece: WantedPiece
  readonly record: PieceRecord
  /**
   * `undone`: it is as the program left it again. `moved`: it has another id than was written down. `taken`: the
   * program itself deleted it, and died before it could write that down.
   */
  readonly what: 'edited' | 'deleted' | 'undone' | 'moved' | 'taken'
  /** What stands there under its name, where that is known. */
  readonly standing?: Standing | undefined
}

/** What one page of the place tells of what was done there by hand. What seems to be missing is asked for by its id. */
export async function findByHand<P extends Piece>(
  jobs: readonly Job<P>[],
  { listed, page }: { readonly listed: Listed; readonly page: number },
  look: Mirror['look'],
): Promise<ByHand<P>[]> {
  const byId = new Map(listed.standing.map((one) => [one.id, one]))
  const span = spanOf(listed, page)
  const known = new Set(jobs.flatMap(({ record }) => [...record.values()].map(({ id }) => id)))
  const found: ByHand<P>[] = []
  for (const job of jobs) {
    for (const piece of job.wanted) {
      const record = job.record.get(piece.key)
      if (!record) continue
      const standing = byId.get(record.id)
      const moved = standing
        ? undefined
        : listed.standing.find((one) => isNamed(one, piece) && !known.has(one.id))
      const gone = standing || moved ? undefined : await findGone({ piece, record, span, look })
      const what = moved ? 'moved' : standing ? compare(standing, record, piece) : gone
      if (what !== undefined) found.push({ job, piece, record, what, standing: moved ?? standing })
    }
  }
  return found
}

function compare(
  standing: Standing,
  record: PieceRecord,
  piece: WantedPiece,
): ByHand<Piece>['what'] | undefined {
  if (isOurs(standing, record, piece)) return record.left ? 'undone' : undefined
  return record.left === 'edited' ? undefined : 'edited'
}

type Missing = {
  readonly piece: WantedPiece
  readonly record: PieceRecord
  readonly span: Span
  readonly look: Mirror['look']
}

async function findGone({ piece, record, span, look }: Missing): Promise<'deleted' | 'taken' | undefined> {
  if (record.left === 'deleted' || piece.at <= span.after || piece.at >= span.before) return undefined
  if (await look(record.id)) return undefined
  return record.next === noLines ? 'taken' : 'deleted'
}

type Span = { readonly after: string; readonly before: string }

/** Between which instants a page tells all there is. */
function spanOf({ standing, total, pageSize }: Listed, page: number): Span {
  const isLast = (page + 1) * pageSize >= total
  return {
    before: page === 0 ? '9' : (standing[0]?.at ?? '0'),
    after: isLast ? '0' : (standing.at(-1)?.at ?? '9'),
  }
}
