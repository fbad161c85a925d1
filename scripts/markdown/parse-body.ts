import type { Media, PollOption, Run } from '../model/post.ts'
import { isBlank, joinTrimmed } from './lines.ts'
import { linkPattern, parseRuns, unescapeInline } from './unescape.ts'

/** What stands under a post's comment, in this order; each part may be missing. */
export type Body = {
  readonly text: readonly Run[]
  readonly media: readonly Media[]
  readonly options: readonly PollOption[]
  /** The quoted post's block without its `> `; empty where there is none. */
  readonly quoted: readonly string[]
  /** How many lines stand above the quoted block. */
  readonly quotedAt: number
  readonly note: string
}

export function parseBody(lines: readonly string[], expects: { text: boolean; poll: boolean }): Body {
  const text = expects.text ? takeWhile(lines, skipBlank(lines, 0), isText) : nothing(0)
  const media = takeWhile(lines, skipBlank(lines, text.next), isMedia)
  const afterMedia = media.lines.length > 0 ? media.next : text.next
  const poll = expects.poll ? takeWhile(lines, skipBlank(lines, afterMedia), isOption) : nothing(afterMedia)
  const afterPoll = poll.lines.length > 0 ? poll.next : afterMedia
  const quoteStart = skipBlank(lines, afterPoll)
  const quoted = /^> ?### /.test(lines[quoteStart] ?? '')
    ? takeWhile(lines, quoteStart, isQuote)
    : nothing(afterPoll)
  return {
    text: parseRuns(text.lines.join('\n')),
    media: media.lines.flatMap((line) => findMedia(line) ?? []),
    options: poll.lines.map(parseOption),
    quoted: quoted.lines.map((line) => line.replace(/^> ?/, '')),
    quotedAt: quoteStart,
    note: joinTrimmed(lines.slice(quoted.next)),
  }
}

type Taken = { readonly lines: readonly string[]; readonly next: number }

function nothing(next: number): Taken {
  return { lines: [], next }
}

function takeWhile(
  lines: readonly string[],
  from: number,
  fits: (line: string, first: boolean) => boolean,
): Taken {
  let next = from
  while (next < lines.length && fits(lines[next] ?? '', next === from)) next++
  return { lines: lines.slice(from, next), next }
}

function skipBlank(lines: readonly string[], from: number): number {
  let next = from
  while (next < lines.length && isBlank(lines[next])) next++
  return next
}

/** A paragraph that does not begin like a picture or a quoted post, which plain text never does. */
function isText(line: string, first: boolean): boolean {
  if (isBlank(line)) return false
  return !first || !(isMedia(line) || /^> ?### /.test(line))
}

const mediaPattern = new RegExp(`^!${linkPattern.source}[ \\t]*$`)
const kinds = ['photo', 'video', 'gif'] as const

function isMedia(line: string): boolean {
  return findMedia(line) !== undefined
}

/** A picture whose title begins with its kind; any other picture belongs to the host's note. */
function findMedia(line: string): Media | undefined {
  if (!line.startsWith('![')) return undefined
  const match = mediaPattern.exec(line)
  const title = (match?.[4] ?? '').split(/ +/)
  const kind = kinds.find((known) => known === title[0])
  if (!match || !kind) return undefined
  const [size, source] = /^[\d?]+x[\d?]+$/.test(title[1] ?? '') ? [title[1], title[2]] : [undefined, title[1]]
  const target = unescapeInline(match[2] ?? match[3] ?? '')
  const alt = unescapeInline(match[1] ?? '')
  return {
    kind,
    url: source === undefined ? target : unescapeInline(source === '-' ? '' : source),
    file: source === undefined ? undefined : target.replace(/^media\//, ''),
    alt: alt === '' ? undefined : alt,
    width: pixels(size?.split('x')[0]),
    height: pixels(size?.split('x')[1]),
  }
}

function pixels(word: string | undefined): number | undefined {
  return word === undefined || word === '?' ? undefined : Number(word)
}

function isQuote(line: string): boolean {
  return line.startsWith('>')
}

function isOption(line: string): boolean {
  return /^[-*] /.test(line)
}

function parseOption(line: string): PollOption {
  const match = /^[-*] (.*?)(?: · (\d+) votes?)?[ \t]*$/.exec(line)
  const votes = match?.[2] === undefined ? undefined : Number(match[2])
  return { label: unescapeInline(match?.[1] ?? ''), votes }
}
