import { inOrder } from './post.ts'
import { relayIds } from './relay.ts'
import type { FiledPost, Segment, Session } from './session.ts'
import { questionNumber } from './session.ts'

/** The segments a reader sees, without hidden posts and those that only pass on an answer; what is outside the chat is never shown. */
export function shownSegments(session: Session): readonly Segment[] {
  const known = segmentsOf.get(session)
  if (known) return known
  const shown = findShown(session)
  segmentsOf.set(session, shown)
  return shown
}

/** Sessions never change, and several pages are made from each. */
const segmentsOf = new WeakMap<Session, readonly Segment[]>()
const postsOf = new WeakMap<Session, readonly SaidPost[]>()

function findShown(session: Session): Segment[] {
  const relays = relayIds(session.segments)
  return session.segments
    .filter((segment) => segment.key !== 'outside')
    .map((segment) => ({
      ...segment,
      question: questionText(segment, session),
      posts: segment.posts.filter(({ hidden, post }) => !hidden && !relays.has(post.id)),
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

export type SaidPost = FiledPost & {
  readonly id: string
  readonly at: string
  readonly key: string
  /** The host's post that passed it on. */
  readonly relayed?: FiledPost
}

/** Every post a reader sees, in the order they were said, each with its segment's key. */
export function saidPosts(session: Session): readonly SaidPost[] {
  const known = postsOf.get(session)
  if (known) return known
  const said: SaidPost[] = []
  for (const { key, posts } of shownSegments(session)) {
    for (const filed of posts) {
      const { post, anchor, why, hidden, note, relay } = filed
      const relayed = relay === undefined ? undefined : findRelay(session, relay)
      said.push({
        post,
        anchor,
        why,
        hidden,
        note,
        id: post.id,
        at: post.at,
        key,
        ...(relayed && { relayed }),
      })
    }
  }
  const ordered = inOrder(said)
  postsOf.set(session, ordered)
  return ordered
}

function findRelay({ segments }: Session, id: string): FiledPost | undefined {
  const found = segments.flatMap(({ posts }) => posts).find(({ post }) => post.id === id)
  return found?.post.removed ? undefined : found
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
