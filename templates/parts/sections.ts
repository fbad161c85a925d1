import { questionNumber, type Segment, type Session, segmentOrder } from '../../scripts/model/session.ts'
import { shownSegments } from '../../scripts/model/shown.ts'
import type { Context } from './context.ts'
import { questionTitle } from './question-title.ts'
import type { Titled } from './section.ts'

/** What the page has a heading for: every question, asked or planned, and the lanes that have posts. */
export function titledSections(session: Session, context: Context): Titled[] {
  const segments = shownSegments(session)
    .filter((segment) => questionNumber(segment.key) !== undefined || segment.posts.length > 0)
    .toSorted((a, b) => segmentOrder(a.key) - segmentOrder(b.key))
  const of = segments.filter((segment) => questionNumber(segment.key) !== undefined).length
  return segments.map((segment) => ({ segment, title: titleOf(segment, of, context) }))
}

function titleOf({ key, question, start, end }: Segment, of: number, { time, words }: Context): string {
  const span = start && end ? { from: time(start), to: time(end) } : undefined
  return questionTitle({ key, question, span, of }, { words })
}
