import { type Content, type Html, html, text } from './html.ts'

/** Controls and what is no character at all; tab and line break stay. Pages drop them, the record keeps them. */
const unprintable = /[^\P{Cc}\t\n\r]|[\p{Noncharacter_Code_Point}\p{Cs}]/gu

/**
 * Characters that change the direction of what follows them: the controls, and the blocks of all scripts that
 * run from right to left, https://www.unicode.org/Public/UCD/latest/ucd/extracted/DerivedBidiClass.txt
 */
const directional =
  /[\u200e\u200f\u202a-\u202e\u2066-\u2069\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** Embeddings, overrides and isolates: what turns a text that nothing keeps to itself. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g

/**
 * Nothing that is dropped, turns or piles up: ASCII, most of Latin, Greek and Cyrillic, typographic marks, tabs and
 * line breaks. Most texts are so, and whole pages, and this tells it fast.
 */
const ordinary =
  /^[\t\n -~\u00a0-\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u200d\u2010-\u2027\u2030-\u205e\u20a0-\u20cf]*$/

/** Text as it may stand on a page: line breaks are `\n`, controls are gone. */
export function clean(value: string): string {
  if (ordinary.test(value)) return value
  return value.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(unprintable, '')
}

/** The same on one line: names, labels, descriptions. */
export function cleanLine(value: string): string {
  if (/^[!-~]+(?: [!-~]+)*$/.test(value)) return value
  return clean(value).replace(/\s+/g, ' ').trim()
}

/** More marks on one letter than any language has: hundreds would reach over the page. */
const piledUp = /(\p{M}{10})\p{M}+/gu

/** What may be unprintable: code units, since they are looked for in whole pages. */
const suspicious = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff\udffe\udfff]/

/** All marks are beyond Latin letters. */
const beyondLatin = /[^\u0000-\u02ff]{11,}/g
const elevenMarks = /\p{M}{11}/u

/** Whether there is nothing to mend, as on nearly every page. */
function isPrintable(file: string): boolean {
  if (suspicious.test(file) || !file.isWellFormed()) return false
  for (const [run] of file.matchAll(beyondLatin)) if (elevenMarks.test(run)) return false
  return true
}

/** A whole page or file, as the last thing that is done to it: without what no reader could show. */
export function printable(file: string): string {
  if (isPrintable(file)) return file
  return file.replace(/\r\n?/g, '\n').replace(unprintable, '').replace(piledUp, '$1')
}

/** Text where no walls can be put around it: a window's title, a plain file, a feed. */
export function unturned(value: string): string {
  return value.replace(turning, '')
}

/** Whether text needs walls around it, so that what surrounds it keeps its direction. */
export function changesDirection(value: string): boolean {
  return !ordinary.test(value) && directional.test(value)
}

/**
 * A short text among others, such as a name. Where it could turn its neighbours round it stands in a `<bdi>`,
 * without the controls that would lead out of one.
 */
export function isolated(value: string): Html {
  const line = cleanLine(value)
  return changesDirection(line) ? html`<bdi>${text(withoutExits(line))}</bdi>` : text(line)
}

/** An isolate is left by U+2069, so one without a beginning inside the text is dropped. */
export function withoutExits(value: string): string {
  if (!value.includes('\u2069')) return value
  let open = 0
  return value.replace(/[\u2066-\u2069]/g, (character) => {
    if (character !== '\u2069') {
      open++
      return character
    }
    if (open === 0) return ''
    open--
    return character
  })
}

/** Lines with breaks between them. */
export function lines(value: string): Content {
  if (!value.includes('\n') && ordinary.test(value)) return text(value)
  const parts = clean(value).split('\n')
  return parts.map((part, index) => (index === 0 ? text(part) : html`<br>${text(part)}`))
}
