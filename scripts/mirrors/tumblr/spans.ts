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
  const alike = joinAlike(spans.filter(({ text }) => text !== ''))
  return byLinks(alike)
    .flatMap(cut)
    .flatMap((piece) => {
      const text = piece.map((span) => span.text).join('')
      return text.trim() === '' ? [] : [toBlock(text, formattingOf(piece), subtype)]
    })
}

function toBlock(text: string, formatting: readonly Formatting[], subtype: Subtype | undefined): TextBlock {
  return { type: 'text', text, ...(subtype && { subtype }), ...(formatting.length > 0 && { formatting }) }
}

/** Neighbours in one manner are one; links stay as they are. */
function joinAlike(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    const isAlike = last && last.style === span.style && last.href === undefined && span.href === undefined
    if (isAlike) joined[joined.length - 1] = { ...last, text: last.text + span.text }
    else joined.push(span)
  }
  return joined
}

/** Links that one block has at most, so that a post always has room for a block. */
const mostLinks = 45

function byLinks(spans: readonly Span[]): Span[][] {
  const groups: Span[][] = [[]]
  let links = 0
  for (const span of spans) {
    if (span.href !== undefined && ++links > mostLinks) {
      groups.push([])
      links = 1
    }
    groups.at(-1)?.push(span)
  }
  return groups
}

/** Pieces of at most as many code points as a block takes. */
function cut(spans: readonly Span[]): Span[][] {
  const length = spans.reduce((sum, { text }) => sum + codePoints(text), 0)
  if (length <= longestText) return [[...spans]]
  const letters = spans.flatMap((span) => [...span.text].map((letter) => ({ letter, span })))
  const pieces: Span[][] = []
  for (let start = 0; start < letters.length; ) {
    const end = cutAt(letters, start)
    pieces.push(toSpans(letters.slice(start, end)))
    start = end
  }
  return pieces
}

type Letter = { readonly letter: string; readonly span: Span }

/** Just behind the last space that fits; a word that is longer than a block is cut anywhere. */
function cutAt(letters: readonly Letter[], start: number): number {
  const end = start + longestText
  if (letters.length <= end) return letters.length
  for (let at = end; at > start + longestText / 2; at--) {
    if (/\s/.test(letters[at - 1]?.letter ?? '')) return at
  }
  return end
}

function toSpans(letters: readonly Letter[]): Span[] {
  const spans: Span[] = []
  for (let start = 0; start < letters.length; ) {
    const span = letters[start]?.span
    let end = start
    while (end < letters.length && letters[end]?.span === span) end++
    const text = letters
      .slice(start, end)
      .map(({ letter }) => letter)
      .join('')
    if (span) spans.push({ ...span, text })
    start = end
  }
  return spans
}

/** Offsets in code points. */
function formattingOf(spans: readonly Span[]): Formatting[] {
  const found: Formatting[] = []
  let start = 0
  for (const { text, style, href } of spans) {
    const end = start + codePoints(text)
    if (style) found.push({ start, end, type: style })
    if (href !== undefined) found.push({ start, end, type: 'link', url: href })
    start = end
  }
  return found
}

/** Most of what is said is ASCII, where they are as many as code units. */
function codePoints(text: string): number {
  return /^[\u0000-\ud7ff]*$/.test(text) ? text.length : [...text].length
}
