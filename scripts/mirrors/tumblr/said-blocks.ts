import { findAside } from '../../../templates/parts/aside.ts'
import type { Context } from '../../../templates/parts/context.ts'
import { plainLine, plainWords } from '../../../templates/parts/plain/plain.ts'
import { findAnswered } from '../../../templates/parts/reply-line.ts'
import { findHref } from '../../../templates/parts/safe-href.ts'
import { authorOf, sentWords } from '../../../templates/parts/sent.ts'
import { shownText } from '../../../templates/parts/shown-text.ts'
import { findPostId } from '../../model/own-link.ts'
import { nameOf } from '../../model/person.ts'
import type { Media, Poll, Post, Run } from '../../model/post.ts'
import type { SaidPost } from '../../model/shown.ts'
import type { Picture } from '../mirror.ts'
import { longestText } from './caps.ts'
import { markdownBlocks } from './markdown-blocks.ts'
import type { Block, Subtype } from './npf.ts'
import { type Span, textBlocks } from './spans.ts'

export type Talk = {
  readonly context: Context
  /** By their file. */
  readonly pictures: ReadonlyMap<string, Picture>
}

/** One post: who said it and when on a line, what was said below, pictures, poll and what it quotes. */
export function saidBlocks(said: SaidPost, talk: Talk): Block[] {
  const { context } = talk
  const { post, note } = said
  const saysReply = findAnswered(post, context) !== undefined
  const details = [
    answered(post, context),
    findAside(said, context),
    sentWords(said, context),
    edited(post, context),
  ]
  const base = context.site.address
  return [
    ...postBlocks({ post, saysReply, details }, talk),
    ...(post.quoted
      ? postBlocks({ post: post.quoted, saysReply: false, details: [] }, talk, 'indented')
      : []),
    ...(note === '' ? [] : markdownBlocks(`**${context.words.note}:** ${note}`, base, 'indented')),
  ]
}

type Shown = {
  readonly post: Post
  readonly saysReply: boolean
  readonly details: readonly (string | undefined)[]
}

function postBlocks({ post, saysReply, details }: Shown, talk: Talk, subtype?: Subtype): Block[] {
  const { context, pictures } = talk
  const { chat, site } = context
  const { runs } = shownText(post, { hashtags: chat.hashtags, text: site.text, saysReply })
  const words = trimmed(runs.flatMap((run) => runSpans(run, context)))
  const head = headSpans(post, details, context)
  return [
    ...textBlocks(words.length === 0 ? head : [...head, { text: '\n' }, ...words], subtype),
    ...post.media.flatMap((media) => mediaBlocks(media, { post, pictures, subtype }, context)),
    ...(post.poll ? pollBlocks(post.poll, context) : []),
  ]
}

/** Names without a link each: a post takes a hundred links. */
function headSpans(post: Post, details: Shown['details'], { words, time }: Context): Span[] {
  const author = authorOf(post, words)
  const name = plainLine(nameOf(author)) || words.unavailable
  const isHandle =
    author.handle === undefined || name.replace(/^@/, '').toLowerCase() === author.handle.toLowerCase()
  const rest = [isHandle ? undefined : `@${author.handle}`, time(post.at), ...details]
  return [
    { text: name, style: 'bold' },
    { text: ` ${rest.filter((part) => part !== undefined).join(' · ')}`, style: 'small' },
  ]
}

/** `to Dave, 13:02` */
function answered(post: Post, context: Context): string | undefined {
  const author = findAnswered(post, context)
  if (!author) return undefined
  const { byId, time, words } = context
  const parent = byId.get(post.replyTo ?? '')
  return `${words.to} ${plainLine(nameOf(author)) || words.unavailable}${parent ? `, ${time(parent.at)}` : ''}`
}

function edited({ versions }: Post, { words }: Context): string | undefined {
  return versions.length > 1 ? words.edited : undefined
}

/** Links in full: whoever reads this may have to type them. Posts of the session by author and time. */
function runSpans(run: Run, { site, byId, time, words }: Context): Span[] {
  if (typeof run === 'string') return [{ text: plain(run) }]
  const said = site.text === 'short' ? byId.get(findPostId(run) ?? '') : undefined
  if (said && !said.post.removed) {
    return [{ text: `${plainLine(nameOf(said.post.author)) || words.unavailable}, ${time(said.at)}` }]
  }
  const href = findHref(site.links === 't.co' ? run.url : run.target) ?? findHref(run.url)
  if (href === undefined) return [{ text: plain(run.display) }]
  return [{ text: href, href: linkable(href) }]
}

/** A stretch keeps the spaces that part it from the next. */
function plain(text: string): string {
  const inner = plainWords(text)
  if (inner === '') return /\S/.test(text) ? '' : text.replace(/[^\n]+/g, ' ')
  const before = /^\s/.test(text) ? ' ' : ''
  const after = /\s$/.test(text) ? ' ' : ''
  return `${before}${inner}${after}`
}

function trimmed(spans: readonly Span[]): Span[] {
  const kept = spans.filter(({ text }) => text !== '')
  return kept
    .map((span, index) => (index === 0 ? { ...span, text: span.text.trimStart() } : span))
    .map((span, index) => (index === kept.length - 1 ? { ...span, text: span.text.trimEnd() } : span))
    .filter(({ text }) => text !== '')
}

/** Tumblr's links lead to web pages only. */
function linkable(href: string): string | undefined {
  return /^https?:/i.test(href) && URL.canParse(href) ? href : undefined
}

type Around = {
  readonly post: Post
  readonly pictures: Talk['pictures']
  readonly subtype: Subtype | undefined
}

function mediaBlocks(media: Media, { post, pictures, subtype }: Around, { words }: Context): Block[] {
  const kind = words.picture[media.kind]
  const alt = plainLine(media.alt ?? '')
  const described = alt === '' ? words.noDescription : alt
  const picture = media.file === undefined ? undefined : pictures.get(media.file)
  if (picture) {
    const said = media.kind === 'photo' && alt !== '' ? alt : `${kind}: ${described}`
    return [{ type: 'image', picture, alt_text: [...said].slice(0, longestText).join('') }]
  }
  const href = findHref(media.kind === 'photo' ? media.url : post.url) ?? findHref(post.url)
  return textBlocks(
    [
      { text: `[${kind}: ${described}]` },
      ...(href === undefined ? [] : [{ text: ' ' }, { text: href, href: linkable(href) }]),
    ],
    subtype,
  )
}

function pollBlocks({ options }: Poll, { words }: Context): Block[] {
  return [
    ...textBlocks([{ text: `${words.poll}:` }]),
    ...options.flatMap(({ label, votes }) => {
      const count = votes === undefined ? '' : `, ${words.votes(votes)}`
      return textBlocks([{ text: `${plainLine(label)}${count}` }], 'unordered-list-item')
    }),
  ]
}
