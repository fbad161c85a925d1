import { tidy } from '../named-text.ts'
import { findMark, isQuoted, unquote } from './quote-marks.ts'
import { findSignature } from './signature.ts'
import { unwrap } from './unwrap.ts'

export type ReplyText = {
  /** What the sender wrote; of a mail that was only passed on, what stands in it. */
  readonly text: string
  /** Whether the words are somebody else's. */
  readonly isPassedOn: boolean
}

/** Warnings that an office puts above every mail from outside. */
const banner =
  /^[*_\s[]*(?:caution|warning|external(?: e-?mail)?|rhybudd|think before you click)\b[:\]!*_\s].{0,400}$/i

/** A mail's words without what it quotes, without signature, notices and banners. */
export function toReplyText(mail: string): ReplyText {
  const lines = withoutBanners(plain(mail).split('\n'))
  const mark = findMark(lines)
  if (!mark) return { text: finish(unquoted(lines)), isPassedOn: false }
  const above = finish(unquoted(lines.slice(0, mark.from)))
  const below = lines.slice(mark.to)
  if (mark.kind === 'forward' && above === '') {
    const passed = below.every((line) => line.trim() === '' || isQuoted(line)) ? below.map(unquote) : below
    return { text: toReplyText(bodyOf(passed).join('\n')).text, isPassedOn: true }
  }
  if (mark.kind === 'introduction' || below.some(isQuoted)) {
    const after = finish(afterQuotes(below))
    return { text: [above, after].filter(Boolean).join('\n\n'), isPassedOn: false }
  }
  if (above !== '') return { text: above, isPassedOn: false }
  return { text: toReplyText(below.join('\n')).text, isPassedOn: true }
}

/** One kind of line end and of space, and no signs that show nothing. */
function plain(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      .replace(/[\u00a0\u202f]/g, ' ')
      .replace(/[\u200b\u200e\u200f\u2060\ufeff\u00ad]/g, '')
      .replace(/\f/g, '\n')
      // Pictures, as HTML turned to text has them.
      .replace(/^[ \t]*\[(?:https?|cid|data):[^\]\s]*\][ \t]*$/gm, '')
      .replace(/^-----BEGIN PGP SIGNED MESSAGE-----\n(?:[A-Z][a-z]+: .*\n)*/, '')
  )
}

function withoutBanners(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line.trim() !== '')
  if (first < 0 || !banner.test(lines[first] ?? '')) return [...lines]
  const end = lines.findIndex((line, i) => i > first && line.trim() === '')
  return end < 0 ? [...lines] : withoutBanners(lines.slice(end))
}

function unquoted(lines: readonly string[]): string[] {
  return lines.filter((line) => !isQuoted(line))
}

/** What was passed on without its head, where a client has quoted that too. */
function bodyOf(lines: readonly string[]): readonly string[] {
  const mark = findMark(lines)
  const isHead = mark?.kind === 'head' && lines.slice(0, mark.from).every((line) => line.trim() === '')
  return isHead ? lines.slice(mark.to) : lines
}

/** What stands below or between quoted lines; without any, all of it is quoted. */
function afterQuotes(lines: readonly string[]): string[] {
  const first = lines.findIndex(isQuoted)
  if (first < 0) return []
  const rest = unquoted(lines.slice(first))
  const inner = findMark(rest)
  return inner ? rest.slice(0, inner.from) : rest
}

function finish(lines: readonly string[]): string {
  const said = lines.slice(0, findSignature(lines))
  return unwrap(tidy(said.join('\n')))
}
