import { type Post, sourceText } from '../post.ts'
import { findLabel } from './labels.ts'

/** What a post itself tells about its place, read once. */
export type Clues = {
  readonly post: Post
  /** Milliseconds since 1970. */
  readonly time: number
  /** Lower-case handle, or the network's id where there is no handle. */
  readonly author: string
  readonly isHost: boolean
  /** The text without links, each of which has become `|`; full-width `＃` and `＠` are plain. */
  readonly words: string
  /** Lower-case handles whom it speaks to: those at the head of the text, and the author it replies to. */
  readonly addressed: readonly string[]
  /** Those of them who are no hosts. */
  readonly guests: readonly string[]
  /** Whether it speaks to nobody but the host, who stands for all. */
  readonly toAll: boolean
  /** Number of the question it says it belongs to; the question may not exist. */
  readonly label: LabelledAs | undefined
  /** Posts and people it points at with a link to a post. */
  readonly pointsAt: readonly PostLink[]
}

export type LabelledAs = { readonly number: number; readonly kind: 'question' | 'answer' }

export type PostLink = { readonly id: string; readonly handle: string | undefined }

/** Who takes part. */
export type Cast = {
  /** Lower-case handles. */
  readonly hosts: ReadonlySet<string>
  /** The network's user id → lower-case handle. */
  readonly handles: ReadonlyMap<string, string>
}

export function toCast(posts: readonly Post[], hosts: ReadonlySet<string>): Cast {
  const known = posts.flatMap(({ author: { id, handle } }) =>
    id !== undefined && handle !== undefined ? [[id, handle.toLowerCase()] as const] : [],
  )
  return { hosts, handles: new Map(known) }
}

export function readClues(post: Post, { hosts, handles }: Cast): Clues {
  const words = wordsOf(post)
  const author = personOf(post)
  const answered = handles.get(post.replyToUser ?? '')
  const named = [...addressedIn(words), ...(answered === undefined ? [] : [answered])]
  const addressed = [...new Set(named)].filter((handle) => handle !== author)
  const label = findLabel(words)
  return {
    post,
    time: Date.parse(post.at),
    author,
    isHost: hosts.has(author),
    words,
    addressed,
    guests: addressed.filter((handle) => !hosts.has(handle)),
    toAll: label !== undefined || addressed.every((handle) => hosts.has(handle)),
    label,
    pointsAt: postLinks(post),
  }
}

export function personOf(post: Post): string {
  return post.author.handle?.toLowerCase() ?? `id:${post.author.id ?? post.id}`
}

function wordsOf(post: Post): string {
  const text = post.text.map((run) => (typeof run === 'string' ? run : '|')).join('')
  return toPlainSigns(text).replace(/\bhttps?:\/\/\S+/gi, '|')
}

export function toPlainSigns(text: string): string {
  return text.replaceAll('＃', '#').replaceAll('＠', '@')
}

/** Names at the head of a text, behind a label or hashtags too: `A2 @sam @kim: yes`. */
function addressedIn(words: string): string[] {
  const head =
    /^(?:[^\p{L}\p{N}@#]|#[\p{L}\p{N}_]+|[aq]\.?\d{1,2}\b|@[\w.-]+(?:@[\w.-]+)?)+/iu.exec(words)?.[0] ?? ''
  return Array.from(head.matchAll(/@([\w.-]+(?:@[\w.-]+)?)/g), (match) => handleIn(match[1] ?? ''))
}

function handleIn(name: string): string {
  return name.replace(/[.-]+$/, '').toLowerCase()
}

const postAddress = /\b(?:twitter|x)\.com\/(\w{1,50})\/status(?:es)?\/(\d{1,20})/gi

function postLinks(post: Post): PostLink[] {
  const targets = post.text.map((run) => (typeof run === 'string' ? run : run.target)).join(' ')
  const linked = Array.from(targets.matchAll(postAddress), (match) => ({
    id: match[2] ?? '',
    handle: match[1]?.toLowerCase(),
  }))
  if (post.quotes === undefined) return linked
  const handle = post.quoted?.author.handle?.toLowerCase()
  return [{ id: post.quotes, handle }, ...linked.filter((link) => link.id !== post.quotes)]
}

/** Hashtags in a text, lower-case, without `#`. */
export function hashtagsIn(text: string): string[] {
  return Array.from(toPlainSigns(text).matchAll(/(?<![\p{L}\p{N}_&/])#([\p{L}\p{N}\p{M}_]+)/gu), (match) =>
    (match[1] ?? '').toLowerCase(),
  )
}

export function hasLink(post: Post): boolean {
  return post.text.some((run) => typeof run !== 'string') || /\bhttps?:\/\//i.test(sourceText(post))
}
