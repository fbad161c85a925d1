import { compareCodePoints } from './order.ts'

/**
 * One post: a tweet, toot or skeet, or an answer sent by e-mail.
 * Whatever the network, this is all the rest of the program knows of it.
 */
export type Post = {
  /** The network's id of the first version; a decimal string on X, `network:id` elsewhere. */
  readonly id: string
  /** When the first version was said: UTC, whole seconds, `2010-12-17T13:02:11Z`. */
  readonly at: string
  readonly author: Author
  /** Where the original stands; undefined where it has no address. */
  readonly url: string | undefined
  /** What was said, in reading order. No empty and no two neighbouring strings. */
  readonly text: readonly Run[]
  readonly media: readonly Media[]
  readonly poll: Poll | undefined
  /** BCP 47, as the network guessed it. */
  readonly lang: string | undefined
  /** Id of the post this one answers. */
  readonly replyTo: string | undefined
  /** User id of whom it answers; known more often than the post. */
  readonly replyToUser: string | undefined
  /** Id of the post that began the conversation, where that is another one. */
  readonly conversation: string | undefined
  /** Id of the post it quotes. */
  readonly quotes: string | undefined
  /** The quoted post itself, where the network gave it; its own `quoted` is always undefined. */
  readonly quoted: Post | undefined
  /** Id of the post it repeats word for word (a retweet). */
  readonly repostOf: string | undefined
  /** Ids of all versions, oldest first; empty where it was never edited. */
  readonly versions: readonly string[]
  readonly sensitive: boolean
  /** ISO 3166 codes of the countries where the network withholds it. */
  readonly withheldIn: readonly string[]
  /** Taken out, by its author or on request: nothing is left of it but id, time and place in the thread. */
  readonly removed?: true
}

/** Who said it. A person is a network and a user id; handle and name change. */
export type Author = {
  /** The network's user id, or undefined where only a name is known. */
  readonly id: string | undefined
  /** Without `@`; undefined where the network no longer gives it. */
  readonly handle: string | undefined
  /** As shown; '' where there is none. */
  readonly name: string
}

/** A stretch of a post's text: plain words, or a link. */
export type Run = string | Link

export type Link = {
  /** As it stands in the text: `https://t.co/abc`. */
  readonly url: string
  /** Where it leads: `https://example.gov.uk/survey?x=1`. */
  readonly target: string
  /** As the network shows it: `example.gov.uk/survey`. */
  readonly display: string
}

export type Media = {
  readonly kind: 'photo' | 'video' | 'gif'
  /** A picture, or a still of the video; '' where the network gave none. */
  readonly url: string
  /** File in the session's media/ folder, once it is there. */
  readonly file: string | undefined
  /** The author's description. */
  readonly alt: string | undefined
  /** Pixels. */
  readonly width: number | undefined
  readonly height: number | undefined
}

export type Poll = {
  /** At least one. */
  readonly options: readonly PollOption[]
  /** UTC, whole seconds. */
  readonly endsAt: string | undefined
}

export type PollOption = { readonly label: string; readonly votes: number | undefined }

/** `x` for a bare decimal id, else what stands before the first colon. */
export function networkOf(id: string): string {
  const colon = id.indexOf(':')
  return colon < 0 ? 'x' : id.slice(0, colon)
}

/** The text as a reader sees it, links by their display form. */
export function plainText(post: Post): string {
  return post.text.map((run) => (typeof run === 'string' ? run : run.display)).join('')
}

/** The text as the network delivered it, unescaped, links as they were typed or shortened. */
export function sourceText(post: Post): string {
  return post.text.map((run) => (typeof run === 'string' ? run : run.url)).join('')
}

/** Posts in the order they were said; ties by id. Never mutates. */
export function inOrder<T extends { readonly id: string; readonly at: string }>(posts: readonly T[]): T[] {
  return [...posts].sort(bySaid)
}

/** Instants are ASCII of one length, so `<` is their order. */
function bySaid(
  a: { readonly id: string; readonly at: string },
  b: { readonly id: string; readonly at: string },
): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  return compareIds(a.id, b.id)
}

/** Decimal ids by their value (they pass 2^53), others by code points. */
export function compareIds(a: string, b: string): number {
  if (isDecimal(a) && isDecimal(b) && a.length !== b.length) return a.length - b.length
  return compareCodePoints(a, b)
}

function isDecimal(id: string): boolean {
  return /^[1-9][0-9]*$/.test(id)
}
