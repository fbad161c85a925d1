/** How clients say that what follows was said before. Each pattern reads one line, or up to three joined by a space. */
const introductions: readonly RegExp[] = [
  /^on\b.{4,200}\bwrote\s*:$/i,
  /^ar\b.{4,200}\bysgrifennodd\b.{0,120}:$/i,
  /^am\b.{4,200}\bschrieb\b.{0,120}:$/i,
  /^le\b.{4,200}\ba écrit\s?:$/i,
  /^el\b.{4,200}\bescribió\s?:$/i,
  /^il\b.{4,200}\bha scritto\s?:$/i,
  /^op\b.{4,200}\bschreef\b.{0,120}:$/i,
  /^den\b.{4,200}\bskrev\b.{0,120}:$/i,
  /^(?:em|a)\b.{4,200}\bescreveu\s?:$/i,
  /^(?:w dniu|dnia)\b.{4,200}\b(?:pisze|napisał(?:\(a\))?)\s?:$/i,
]

/** `Ann Carter <ann@example.org> wrote:`, on one line only. */
const named = /^.{4,200}\bwrote\s*:$/i

/** Begins what is passed on, not answered. */
const forwards: readonly RegExp[] = [
  /^-{2,}\s*(?:forwarded message|weitergeleitete nachricht|neges wedi['’]i hanfon ymlaen|message transféré)\s*-{2,}$/i,
  /^(?:begin forwarded message|anfang der weitergeleiteten nachricht)\s*:$/i,
]

const originals: readonly RegExp[] = [
  /^-{2,}\s*(?:original message|original appointment|neges wreiddiol|ursprüngliche nachricht|message d['’]origine|oprindelig meddelelse|ursprungligt meddelande|oorspronkelijk bericht)\s*-{2,}$/i,
]

/** Lines of a head as a client writes it into a text, in the languages of those who may write. */
const headLine =
  /^[*_>\s]*(?:from|sent|to|cc|date|subject|reply-to|oddi wrth|anfonwyd|at|dyddiad|pwnc|von|gesendet|an|datum|betreff|de|envoyé|à|objet|från|skickat|till|ämne|van|verzonden|aan|onderwerp)\s?:[*_]*(?:\s|$)/i
const headFirst = /^[*_>\s]*(?:from|oddi wrth|von|de|från|van)\s?:[*_]*\s/i

export type Mark = {
  /** "On … wrote:"; the head of an earlier mail; or a line that says that it is passed on. */
  readonly kind: 'introduction' | 'head' | 'forward'
  /** First line of the mark, and the line after it. */
  readonly from: number
  readonly to: number
}

/** The first line that tells that what follows was said before; undefined where none does. */
export function findMark(lines: readonly string[], start = 0): Mark | undefined {
  for (let i = start; i < lines.length; i++) {
    const mark = markAt(lines, i)
    if (mark) return mark
  }
  return undefined
}

function markAt(lines: readonly string[], from: number): Mark | undefined {
  const line = lines[from]?.trim() ?? ''
  if (line === '' || line.length > 400) return undefined
  if (forwards.some((pattern) => pattern.test(line))) {
    return { kind: 'forward', from, to: endOfHead(lines, from + 1) }
  }
  if (originals.some((pattern) => pattern.test(line))) {
    return { kind: 'head', from, to: endOfHead(lines, from + 1) }
  }
  if (headFirst.test(line) && headCount(lines, from) >= 3) {
    return { kind: 'head', from, to: endOfHead(lines, from) }
  }
  const to = endOfIntroduction(lines, from)
  return to === undefined ? undefined : { kind: 'introduction', from, to }
}

/** An introduction may be broken over three lines; undefined where none begins here. */
function endOfIntroduction(lines: readonly string[], from: number): number | undefined {
  for (let to = from + 1; to <= Math.min(from + 3, lines.length); to++) {
    const own = lines.slice(from, to).map((line) => line.trim())
    if (own.includes('')) return undefined
    if (!own.at(-1)?.endsWith(':')) continue
    // "On the whole, yes." above "On Friday … wrote:" is none of it.
    if (own.some((_, i) => i > 0 && isIntroduction(own.slice(i)))) return undefined
    if (isIntroduction(own) || (own.length === 1 && named.test(own[0] ?? '') && isDated(own[0] ?? '')))
      return to
  }
  return undefined
}

function isIntroduction(lines: readonly string[]): boolean {
  const joined = lines.join(' ')
  return joined.length <= 400 && isDated(joined) && introductions.some((pattern) => pattern.test(joined))
}

/** Clients name the day or the address; a sentence such as "My boss wrote:" does not. */
function isDated(text: string): boolean {
  return /\d{1,4}|@/.test(text)
}

function headCount(lines: readonly string[], from: number): number {
  return lines.slice(from, from + 8).filter((line) => headLine.test(line)).length
}

/** The line after a head, which may be folded, and the empty lines below it. */
function endOfHead(lines: readonly string[], from: number): number {
  let to = from
  while (to < lines.length && (lines[to] ?? '').trim() === '') to++
  while (to < lines.length && (headLine.test(lines[to] ?? '') || /^\s+\S/.test(lines[to] ?? ''))) to++
  while (to < lines.length && (lines[to] ?? '').trim() === '') to++
  return to
}

export function isQuoted(line: string): boolean {
  return /^\s?>/.test(line)
}

/** One level less. */
export function unquote(line: string): string {
  return line.replace(/^\s?> ?/, '')
}
