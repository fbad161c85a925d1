import type { Chat } from '../model/chat.ts'
import { isContribution } from '../model/contribution.ts'
import { type Post, plainText } from '../model/post.ts'
import { relayIds } from '../model/relay.ts'
import type { FiledPost, Session } from '../model/session.ts'
import { shownSegments } from '../model/shown.ts'
import { mediaOf } from '../site/copy-media.ts'
import type { Fault } from './fault.ts'
import { oneSpace, type ReadPage } from './read-page.ts'

/** What of a session must be on no page, and how its pages are to be marked. */
export type LeftOut = {
  readonly checked: boolean
  /** Whether it has a page; one that is only planned has none. */
  readonly hasPage: boolean
  /** Anchors of posts that are hidden or outside the chat. */
  readonly unseen: readonly string[]
  /** Anchors of posts whose place is all that is left. */
  readonly removed: readonly string[]
  /** Words of unseen posts that nothing on the page says too. */
  readonly words: readonly string[]
  /** Pictures that pages show, relative to the site. */
  readonly pictures: ReadonlySet<string>
}

/** Shorter words may be anybody's. */
const leastLetters = 25

export function leftOutOf(chat: Chat, session: Session): LeftOut {
  const shown = shownSegments(session)
  const said = shown.flatMap(({ posts }) => posts)
  const relays = relayIds(session.segments)
  const isSeen = new Set(said.map(({ post }) => post.id))
  // A host's post that passed an answer on is part of that answer.
  const unseen = session.segments
    .flatMap(({ posts }) => posts)
    .filter(({ post: { id } }) => !isSeen.has(id) && !relays.has(id))
  const rest = [session.title, session.summary, ...shown.flatMap(({ question, intro }) => [question, intro])]
  const known = oneSpace([...said.flatMap(wordsOf), ...rest].join(' '))
  return {
    checked: session.checked,
    hasPage: said.some(({ post }) => session.checked || post.removed || !isContribution(post)),
    unseen: unseen.map(({ anchor }) => anchor),
    removed: said.filter(({ post }) => post.removed).map(({ anchor }) => anchor),
    words: unseen
      .map(({ post }) => telling(post))
      .filter((words) => words.length >= leastLetters && !known.includes(words)),
    pictures: new Set(mediaOf(chat.name, session)),
  }
}

/** What a page of the session shows that it must not. */
export function leftOutFaults(file: string, page: ReadPage, leftOut: LeftOut): Fault[] {
  const fault = (anchor: string, what: string): Fault => ({
    file,
    line: page.ids.get(anchor) ?? 1,
    says: `${what}: run npm run build`,
  })
  return [
    ...leftOut.unseen
      .filter((anchor) => page.ids.has(anchor))
      .map((anchor) => fault(anchor, `#${anchor} is a post that is hidden or outside the chat`)),
    ...leftOut.removed
      .filter((anchor) => page.leading.has(anchor))
      .map((anchor) => fault(anchor, `#${anchor} is a post that was removed, and it is still shown`)),
    ...(leftOut.checked || page.isHidden
      ? []
      : [fault('', 'nobody has read this transcript over, and search engines are not asked to stay away')]),
  ]
}

type Text = {
  /** In one line. */
  readonly words: string
  /** As the file has it. */
  readonly text: string
}

/** Words of posts that must not be in a file. */
export function wordFaults(file: string, { words, text }: Text, leftOut: LeftOut): Fault[] {
  return leftOut.words
    .filter((phrase) => words.includes(phrase))
    .map((phrase) => ({
      file,
      line: text.split('\n').findIndex((line) => line.includes(phrase.slice(0, leastLetters))) + 1 || 1,
      says: 'words of a post that is hidden or outside the chat stand here: run npm run build',
    }))
}

function wordsOf({ post, note }: FiledPost): string[] {
  const alts = post.media.flatMap(({ alt }) => alt ?? [])
  return [plainText(post), note, ...alts, ...(post.quoted ? [plainText(post.quoted)] : [])]
}

/** The longest stretch of a post's own words, less the names and hashtags that pages leave off. */
function telling({ text }: Post): string {
  const stretches = text.filter((run) => typeof run === 'string').map(trimmed)
  return stretches.toSorted((a, b) => b.length - a.length)[0] ?? ''
}

function trimmed(text: string): string {
  return oneSpace(text)
    .replace(/^(@\w+[ :]*)+/, '')
    .replace(/(\s*#\w+)+$/, '')
    .trim()
}
