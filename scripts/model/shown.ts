import { inOrder } from './post.ts'
import type { FiledPost, Segment, Session } from './session.ts'
import { questionNumber } from './session.ts'

/** The segments a reader sees, without hidden posts; what is outside the chat is never shown. */
export function shownSegments(session: Session): Segment[] {
  return session.segments
    .filter((segment) => segment.key !== 'outside')
    .map((segment) => ({
      ...segment,
      question: questionText(segment, session),
      posts: segment.posts.filter((filed) => !filed.hidden),
    }))
}

/** As it was asked, else as it was planned, else ''. */
function questionText(segment: Segment, session: Session): string {
  const number = questionNumber(segment.key)
  if (segment.question !== '' || number === undefined) return segment.question
  return session.plan.questions?.[number - 1] ?? ''
}

/** Removed posts keep their place and do not count. */
export function countPosts({ posts }: Segment): number {
  return posts.filter(({ post }) => !post.removed).length
}

export type SaidPost = FiledPost & { readonly id: string; readonly at: string; readonly key: string }

/** Every post a reader sees, in the order they were said, each with its segment's key. */
export function saidPosts(session: Session): SaidPost[] {
  return inOrder(
    shownSegments(session).flatMap((segment) =>
      segment.posts.map((filed) => ({ ...filed, id: filed.post.id, at: filed.post.at, key: segment.key })),
    ),
  )
}

/** When the hour began and ended, as its questions say; undefined where they say nothing. */
export function hourOf(session: Session): { start: string; end: string } | undefined {
  const asked = session.segments.filter((segment) => questionNumber(segment.key) !== undefined)
  const start = asked
    .map((segment) => segment.start ?? '')
    .filter(Boolean)
    .sort()[0]
  const end = asked
    .map((segment) => segment.end ?? '')
    .sort()
    .at(-1)
  return start && end ? { start, end } : undefined
}
