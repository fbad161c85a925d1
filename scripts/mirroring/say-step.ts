import type { Mirror, Piece } from '../mirrors/mirror.ts'
import { diffLines } from './line-diff.ts'
import type { Step } from './plan.ts'
import { isOurs, whole } from './take-step.ts'

/** Lines of a post shown before it is cut short. */
const mostLines = 12

/** What a step would do, as a person reads it; of a post that stands there, only what would be otherwise. */
export async function sayStep<P extends Piece>(step: Step<P>, look: Mirror['look']): Promise<string[]> {
  const about = `${step.job.chat.name} ${step.job.date}`
  if (step.kind === 'delete') return [`${about}: would delete ${step.key} (${step.record.id})`]
  const piece = whole(step.job, step.piece)
  if (step.kind === 'create') {
    const head = `${about}: would publish ${piece.slug}, dated ${piece.at}, tagged ${piece.tags.join(', ')}`
    const more = piece.lines.length - mostLines
    const shown = piece.lines.slice(0, mostLines).map((text) => `  + ${text}`)
    return [head, ...shown, ...(more > 0 ? [`  + and ${more} more lines`] : []), ...pictureLine(piece)]
  }
  const standing = await look(step.record.id)
  if (!standing) return [`${about}: ${piece.slug} was deleted there by hand: would be left so`]
  if (!isOurs(standing, step.record, step.piece))
    return [`${about}: ${piece.slug} was edited there by hand: would be left so`]
  const changed = diffLines(standing.lines, piece.lines).filter(({ sign }) => sign !== ' ')
  if (changed.length === 0) return [`${about}: would edit ${piece.slug}: links, tags, date or pictures`]
  return [`${about}: would edit ${piece.slug}`, ...changed.map(({ sign, text }) => `  ${sign} ${text}`)]
}

function pictureLine({ pictures }: Piece): string[] {
  return pictures === 0 ? [] : [`  + with ${pictures === 1 ? '1 picture' : `${pictures} pictures`}`]
}
