/**
 * The door from text to markdown: whatever the text says, a CommonMark or GitHub renderer shows just that
 * text, in one paragraph. `unescape.ts` is its exact inverse.
 */

/** What stands before the text: nothing, where marks of blocks count, or something on the same line. */
export type Place = 'line start' | 'inline'

/** Text of a post: newlines become hard breaks. */
export function escapeText(text: string, after: Place = 'line start'): string {
  const lines = encodeEdges(text).split('\n')
  const escaped = lines.map((line, i) => escapeLine(line, i === 0 ? after : 'line start'))
  return escaped.join('\\\n')
}

/** Text on one line: a name, a label, the words of a link. */
export function escapeInline(text: string, after: Place = 'inline'): string {
  return escapeLine(encodeEdges(text).replaceAll('\n', '\u0000#10;'), after)
}

/** What stands between `<` and `>` as the target of a link. */
export function escapeTarget(target: string): string {
  return encodeControls(target)
    .replaceAll('\n', '\u0000#10;')
    .replace(/[\\<>]|&(?=#?\w+;)/g, '\\$&')
    .replaceAll('\u0000', '&')
}

/** What stands between double quotes as the title of a link. */
export function escapeTitle(title: string): string {
  return encodeControls(title)
    .replaceAll('\n', '\u0000#10;')
    .replace(/[\\"]|&(?=#?\w+;)/g, '\\$&')
    .replaceAll('\u0000', '&')
}

function escapeLine(line: string, at: Place): string {
  const spaced = encodeOuterSpaces(line)
  const inline = spaced
    .replace(/[\\`*[\]<~|]|&(?=#?\w+;)/g, '\\$&')
    .replace(/_/g, (_, i: number) => (isInsideWord(spaced, i) ? '_' : '\\_'))
  const started = at === 'inline' ? inline : escapeLineStart(inline)
  return started.replaceAll('\u0000', '&')
}

/** What would begin a heading, a list, a quote, a rule or an underline. */
function escapeLineStart(line: string): string {
  return line
    .replace(/^(?:#{1,6}(?![^ \t])|[>=]|[-+](?![^\s\-+]))/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=[ \t]|$)/, '$1\\$2')
}

/** Underscores inside a word never begin emphasis, and handles are full of them. */
function isInsideWord(line: string, i: number): boolean {
  return /^[A-Za-z0-9]_[A-Za-z0-9]$/.test(line.slice(i - 1, i + 2))
}

/** A paragraph cannot begin or end with a newline: those stand as numbers. U+0000 marks our own `&`. */
function encodeEdges(text: string): string {
  return encodeControls(text).replace(/^\n+|\n+$/g, (found) => '\u0000#10;'.repeat(found.length))
}

/** A renderer strips the spaces around a line, some of them every kind of space. */
function encodeOuterSpaces(line: string): string {
  return line.replace(/^\s+|\s+$/g, (found) =>
    [...found].map((space) => `\u0000#${space.charCodeAt(0)};`).join(''),
  )
}

/** Control characters other than the newline, line separators, and what changes the direction of writing. */
function encodeControls(text: string): string {
  return text.replace(
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (found) => `\u0000#${found.charCodeAt(0)};`,
  )
}
