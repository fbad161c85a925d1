import type { Piece, Standing } from '../mirrors/mirror.ts'
import { diffLines } from './line-diff.ts'
import type { Step } from './plan.ts'
import { findEnd, findNamed, type Taking, whole } from './take-step.ts'

/** Lines of a post shown before it is cut short. */
const mostLines = 12

/** What a step would do, as a person reads it; of a post that stands there, only what would be otherwise. */
export async function sayStep<P extends Piece>(step: Step<P>, taking: Taking<P>): Promise<string[]> {
  const about = `${step.job.chat.name} ${step.job.date}`
  if (step.kind === 'delete') return [`${about}: would delete ${step.key} (${step.record.id})`]
  const piece = whole(step.job, step.piece)
  if (step.kind === 'create') return sayPublish(about, piece, await findNamed(step.piece, taking))
  const standing = await taking.mirror.look(step.record.id)
  const end = findEnd(step, standing)
  if (end === 'publish') return sayPublish(about, piece, await findNamed(step.piece, taking))
  if (end === 'forget') return [`${about}: ${piece.slug} is deleted there already`]
  if (end === 'leave deleted' || !standing)
    return [`${about}: ${piece.slug} was deleted there by hand: would be left so`]
  if (end === 'leave edited') return [`${about}: ${piece.slug} was edited there by hand: would be left so`]
  return sayEdit(about, piece, standing)
}

/** What stands there under its name is taken for the piece, and edited where it reads otherwise. */
function sayPublish(about: string, piece: Piece, found: Standing | undefined): string[] {
  if (found) {
    const isSame = found.lines.join('\n') === piece.lines.join('\n')
    return isSame
      ? [`${about}: ${piece.slug} stands there already (${found.id})`]
      : sayEdit(about, piece, found)
  }
  const head = `${about}: would publish ${piece.slug}, dated ${piece.at}, tagged ${piece.tags.join(', ')}`
  const more = piece.lines.length - mostLines
  const shown = piece.lines.slice(0, mostLines).map((text) => `  + ${text}`)
  return [head, ...shown, ...(more > 0 ? [`  + and ${more} more lines`] : []), ...pictureLine(piece)]
}

function sayEdit(about: string, piece: Piece, standing: Standing): string[] {
  const changed = diffLines(standing.lines, piece.lines).filter(({ sign }) => sign !== ' ')
  if (changed.length === 0) return [`${about}: would edit ${piece.slug}: links, tags, date or pictures`]
  return [`${about}: would edit ${piece.slug}`, ...changed.map(({ sign, text }) => `  ${sign} ${text}`)]
}

function pictureLine({ pictures }: Piece): string[] {
  return pictures === 0 ? [] : [`  + with ${pictures === 1 ? '1 picture' : `${pictures} pictures`}`]
}
