import type { Chat } from '../../scripts/model/chat.ts'
import { type Author, networkOf } from '../../scripts/model/post.ts'
import { questionNumber, type Session } from '../../scripts/model/session.ts'
import { hourOf, type SaidPost, saidPosts } from '../../scripts/model/shown.ts'
import type { Site } from '../../scripts/model/site.ts'
import { clockFor } from '../../scripts/model/zone.ts'
import type { Words } from './words.ts'

/** What a post needs to know of the session around it. */
export type Context = {
  readonly site: Site
  readonly chat: Chat
  readonly words: Words
  /** Folder of the pictures as seen from the page, `media/` or `../media/`. */
  readonly media: string
  /** Where a post's time and name lead: its original, or its place in the transcript. */
  readonly bylineHref: (said: SaidPost) => string | undefined
  /** Every post on the page, in the order they were said. */
  readonly said: readonly SaidPost[]
  /** Posts by the id of any of their versions. */
  readonly byId: ReadonlyMap<string, SaidPost>
  /** By network and user id, `x:123`. */
  readonly authors: ReadonlyMap<string, Author>
  /** Local time of an instant, `13:02`. */
  readonly time: (instant: string) => string
  readonly hour: { readonly start: string; readonly end: string } | undefined
  /** Key of the question that was running. */
  readonly runningAt: (instant: string) => string | undefined
}

export type ContextOptions = Pick<Context, 'site' | 'chat' | 'words' | 'media' | 'bylineHref'> & {
  readonly session: Session
}

export function contextOf({ session, ...given }: ContextOptions): Context {
  const said = saidPosts(session)
  const hour = hourOf(session)
  const clock = clockFor(given.chat.zone, said[0]?.at ?? '', said.at(-1)?.at ?? '')
  const questions = session.segments.filter((segment) => questionNumber(segment.key) !== undefined)
  return {
    ...given,
    said,
    byId: new Map(said.flatMap((item) => [item.id, ...item.post.versions].map((id) => [id, item] as const))),
    authors: new Map(
      said
        .filter(({ post }) => !post.removed)
        .map(({ post }) => [`${networkOf(post.id)}:${post.author.id}`, post.author]),
    ),
    time: (instant) => clock(instant).slice(0, 5),
    hour,
    runningAt: (instant) =>
      questions.find(({ start, end }) => start && end && start <= instant && instant < end)?.key,
  }
}
