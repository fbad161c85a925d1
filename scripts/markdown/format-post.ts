import type { Author, Link, Media, Poll, Post, Run } from '../model/post.ts'
import type { FiledPost } from '../model/session.ts'
import { encodeValue, formatAttributes } from './attributes.ts'
import { escapeInline, escapeTarget, escapeText, escapeTitle } from './escape.ts'

/** UTC instant → what the heading shows, `13:02:11`. */
export type Clock = (instant: string) => string

/** A post's whole block, without a newline at the end. */
export function formatFiledPost(filed: FiledPost, clock: Clock): string {
  const decided = [
    ['why', filed.why],
    ['hide', filed.hidden ? '' : undefined],
    ['relay', encoded(filed.relay)],
  ] as const
  const block = formatPost(filed.post, clock, decided)
  return filed.note === '' ? block : `${block}\n\n${filed.note}`
}

function formatPost(
  post: Post,
  clock: Clock,
  decided: readonly (readonly [string, string | undefined])[] = [],
): string {
  const parts = [
    `${formatHeading(post, clock)}\n${formatAttributes([...factsOf(post), ...decided])}`,
    formatRuns(post.text),
    post.media.map(formatMedia).join('\n'),
    post.poll ? formatPoll(post.poll) : '',
    post.quoted ? quoteLines(formatPost(post.quoted, clock)) : '',
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

function formatHeading(post: Post, clock: Clock): string {
  const { author, url } = post
  if (post.removed) return `### removed · ${clock(post.at)}`
  const name = author.name === '' ? [] : [escapeInline(author.name).replace(/^@/, '\\@')]
  return ['###', ...formatWho(author, url), ...name, '·', clock(post.at)].join(' ')
}

/** `[@sample](<https://…>)`; `original` for an author whom the network no longer names. */
function formatWho(author: Author, url: string | undefined): string[] {
  const handle = author.handle === undefined ? undefined : `@${escapeInline(author.handle)}`
  if (url !== undefined) return [`[${handle ?? 'original'}](<${escapeTarget(url)}>)`]
  return handle === undefined ? [] : [handle.replaceAll(' ', '&#32;')]
}

function factsOf(post: Post): (readonly [string, string | undefined])[] {
  return [
    ['id', encodeValue(post.id)],
    ['at', post.at],
    ['user', encoded(post.author.id)],
    ['reply', encoded(post.replyTo)],
    ['to', encoded(post.replyToUser)],
    ['thread', encoded(post.conversation)],
    ['quote', encoded(post.quotes)],
    ['repost', encoded(post.repostOf)],
    ['lang', encoded(post.lang)],
    ['versions', listed(post.versions)],
    ['sensitive', post.sensitive ? '' : undefined],
    ['withheld', listed(post.withheldIn)],
    ['poll', post.poll && (post.poll.endsAt ?? '')],
    ['text', post.text.length === 0 ? 'none' : undefined],
    ['removed', post.removed && ''],
  ]
}

function encoded(value: string | undefined): string | undefined {
  return value === undefined ? undefined : encodeValue(value)
}

function listed(values: readonly string[]): string | undefined {
  return values.length === 0 ? undefined : values.map(encodeValue).join(',')
}

/** Plain runs and links as one paragraph. */
export function formatRuns(runs: readonly Run[]): string {
  return runs
    .map((run, i) => {
      if (typeof run !== 'string') return formatLink(run)
      const before = i === 0 ? 'edge' : 'inline'
      const after = i + 1 === runs.length ? 'edge' : 'inline'
      const text = escapeText(run, { before, after })
      return after === 'inline' && text.endsWith('!') ? `${text.slice(0, -1)}\\!` : text
    })
    .join('')
}

function formatLink(link: Link): string {
  const title = link.url === link.target ? '' : ` "${escapeTitle(link.url)}"`
  return `[${escapeInline(link.display)}](<${escapeTarget(link.target)}>${title})`
}

/** `![alt](<media/1.jpg> "photo 640x480 https://…")`: the file once it is there, else the address. */
function formatMedia(media: Media): string {
  const size = media.width === undefined && media.height === undefined ? [] : [formatSize(media)]
  const source = media.file === undefined ? [] : [escapeTitle(media.url).replaceAll(' ', '&#32;') || '-']
  const title = [media.kind, ...size, ...source].join(' ')
  const target = media.file === undefined ? media.url : `media/${media.file}`
  return `![${escapeInline(media.alt ?? '')}](<${escapeTarget(target)}> "${title}")`
}

function formatSize(media: Media): string {
  return `${media.width ?? '?'}x${media.height ?? '?'}`
}

function formatPoll(poll: Poll): string {
  return poll.options
    .map((option) => {
      const label = escapeInline(option.label, 'edge').replaceAll('·', '&#183;')
      return option.votes === undefined ? `- ${label}` : `- ${label} · ${formatVotes(option.votes)}`
    })
    .join('\n')
}

function formatVotes(votes: number): string {
  return votes === 1 ? '1 vote' : `${votes} votes`
}

function quoteLines(block: string): string {
  return block
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')
}
