import { longestText } from './caps.ts'
import type { Formatting, Subtype, TextBlock } from './npf.ts'

/** A stretch of text in one manner. */
export type Span = {
  readonly text: string
  readonly style?: 'bold' | 'italic' | 'small' | undefined
  readonly href?: string | undefined
}

/** Text as blocks: one, or as many as it needs; cut at a space or a new line where there is one. */
export function textBlocks(spans: readonly Span[], subtype?: Subtype): TextBlock[] {
  const letters = spans.flatMap((span) => [...span.text].map((letter) => ({ letter, span })))
  const blocks: TextBlock[] = []
  for (let start = 0; start < letters.length; ) {
    const end = cutAt(letters, start)
    const taken = letters.slice(start, end)
    const text = taken.map(({ letter }) => letter).join('')
    if (text.trim() !== '') blocks.push(toBlock(text, formattingOf(taken), subtype))
    start = end
  }
  return blocks
}

type Letter = { readonly letter: string; readonly span: Span }

function toBlock(text: string, formatting: readonly Formatting[], subtype: Subtype | undefined): TextBlock {
  return { type: 'text', text, ...(subtype && { subtype }), ...(formatting.length > 0 && { formatting }) }
}

/** Just behind the last space that fits; a word that is longer than a block is cut anywhere. */
function cutAt(letters: readonly Letter[], start: number): number {
  const end = start + longestText
  if (letters.length <= end) return letters.length
  for (let at = end; at > start + longestText / 2; at--) {
    if (/\s/.test(letters[at - 1]?.letter ?? '')) return at
  }
  return end
}

function isAlike(a: Span | undefined, b: Span | undefined): boolean {
  return a === b || (a?.href === undefined && b?.href === undefined && a?.style === b?.style)
}

/** Offsets in code points. */
function formattingOf(letters: readonly Letter[]): Formatting[] {
  const found: Formatting[] = []
  for (let start = 0; start < letters.length; ) {
    const span = letters[start]?.span
    let end = start
    while (end < letters.length && isAlike(letters[end]?.span, span)) end++
    if (span?.style) found.push({ start, end, type: span.style })
    if (span?.href !== undefined) found.push({ start, end, type: 'link', url: span.href })
    start = end
  }
  return found
}
