import type { Chat } from '../../scripts/model/chat.ts'
import { type Author, networkOf } from '../../scripts/model/post.ts'
import { questionNumber, type Session } from '../../scripts/model/session.ts'
import { hourOf, type SaidPost, saidPosts } from '../../scripts/model/shown.ts'
import type { Site } from '../../scripts/model/site.ts'
import { clockFor } from '../../scripts/model/zone.ts'
import type { Content, Html } from './html.ts'
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
  /** Posts by the id of any of their versions, and of the host's post that passed them on. */
  readonly byId: ReadonlyMap<string, SaidPost>
  /** By network and user id, `x:123`. */
  readonly authors: ReadonlyMap<string, Author>
  /** Of posts that were on a page of this session before: who said it, whom they answer, and what they say. */
  readonly worded: Map<SaidPost, Worded>
  /** Local time of an instant, `13:02`. */
  readonly time: (instant: string) => string
  readonly hour: { readonly start: string; readonly end: string } | undefined
  /** Key of the question that was running. */
  readonly runningAt: (instant: string) => string | undefined
}

export type Worded = { readonly byline: Html; readonly reply: Content; readonly body: Html | undefined }

export type ContextOptions = Pick<Context, 'site' | 'chat' | 'words' | 'media' | 'bylineHref'> & {
  readonly session: Session
}

export function contextOf({ session, ...given }: ContextOptions): Context {
  return { ...given, ...sharedOf(session, given) }
}

type Given = Omit<ContextOptions, 'session'>
type Shared = Omit<Context, keyof Given>

/** What a session's pages have in common is made once, and so are the words of its posts. */
const known = new WeakMap<Session, { readonly given: Given; readonly shared: Shared }>()

function sharedOf(session: Session, given: Given): Shared {
  const found = known.get(session)
  if (found && (['site', 'chat', 'words'] as const).every((key) => found.given[key] === given[key]))
    return found.shared
  const shared = makeShared(session, given)
  known.set(session, { given, shared })
  return shared
}

function makeShared(session: Session, given: Given): Shared {
  const said = saidPosts(session)
  const hour = hourOf(session)
  const clock = clockFor(given.chat.zone, said[0]?.at ?? '', said.at(-1)?.at ?? '')
  const questions = session.segments.filter((segment) => questionNumber(segment.key) !== undefined)
  const byId = new Map<string, SaidPost>()
  const authors = new Map<string, Author>()
  for (const item of said) {
    byId.set(item.id, item)
    for (const id of item.post.versions) byId.set(id, item)
    if (item.relayed) byId.set(item.relayed.post.id, item)
    if (!item.post.removed) authors.set(`${networkOf(item.id)}:${item.post.author.id}`, item.post.author)
  }
  return {
    said,
    byId,
    authors,
    worded: new Map(),
    time: (instant) => clock(instant).slice(0, 5),
    hour,
    runningAt: (instant) =>
      questions.find(({ start, end }) => start && end && start <= instant && instant < end)?.key,
  }
}
