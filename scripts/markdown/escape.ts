/**
 * The door from text to markdown: whatever the text says, a CommonMark or GitHub renderer shows just that
 * text, in one paragraph. `unescape.ts` is its exact inverse.
 */

/** Whether a paragraph's edge or something on the same line is next to the text, on either side. */
export type Edges = { readonly before: 'edge' | 'inline'; readonly after: 'edge' | 'inline' }

const alone: Edges = { before: 'edge', after: 'edge' }

/** Text of a post: newlines become hard breaks. */
export function escapeText(text: string, edges: Edges = alone): string {
  const lines = encodeNewlines(encodeControls(text), edges).split('\n')
  const escaped = lines.map((line, i) => {
    return escapeLine(line, {
      before: i === 0 ? edges.before : 'edge',
      after: i + 1 === lines.length ? edges.after : 'edge',
    })
  })
  return escaped.join('\\\n')
}

/** Text on one line: a name, a label, the words of a link. */
export function escapeInline(text: string, before: Edges['before'] = 'inline'): string {
  const line = encodeControls(text).replaceAll('\n', '\u0000#10;')
  return escapeLine(encodeSpaces(line, alone), { before, after: 'inline' })
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

function escapeLine(line: string, edges: Edges): string {
  const spaced = encodeSpaces(line, edges)
  const inline = spaced
    .replace(/[\\`*[\]<~|]|&(?=#?\w+;)/g, '\\$&')
    .replace(/_/g, (_, i: number) => (isInsideWord(spaced, i) ? '_' : '\\_'))
  const started = edges.before === 'edge' ? escapeLineStart(inline) : inline
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
function encodeNewlines(text: string, { before, after }: Edges): string {
  const numbers = (found: string) => '\u0000#10;'.repeat(found.length)
  const begun = before === 'edge' ? text.replace(/^\n+/, numbers) : text
  return after === 'edge' ? begun.replace(/\n+$/, numbers) : begun
}

/** A renderer strips the spaces at the edges of a line, some of them every kind of space. */
function encodeSpaces(line: string, { before, after }: Edges): string {
  const numbers = (found: string) => [...found].map((space) => `\u0000#${space.charCodeAt(0)};`).join('')
  const begun = before === 'edge' ? line.replace(/^\s+/, numbers) : line
  return after === 'edge' ? begun.replace(/\s+$/, numbers) : begun
}

/** Control characters other than the newline, line separators, and what changes the direction of writing. */
function encodeControls(text: string): string {
  return text.replace(
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (found) => `\u0000#${found.charCodeAt(0)};`,
  )
}
