import { eastAsianWidth } from 'get-east-asian-width'

/** Columns that a text takes in a terminal or a mail: 2 for an ideograph or an emoji, 0 for what joins the one before. */
export function displayWidth(text: string): number {
  if (plain.test(text)) return text.length
  let width = 0
  for (const [character] of text.matchAll(clusters)) width += widthOf(character)
  return width
}

/** A column a character, and by far the most of what is said. */
const plain = /^[ -~]*$/

/** A character with what hangs on it: marks, variation selectors, skin tones, and whatever is joined to it. */
const clusters = /.(?:\p{M}|\p{Cf}|\p{Emoji_Modifier}|(?<=\u200d).)*/gsu

const invisible = /^[\p{M}\p{Cf}\p{Cc}]/u

function widthOf(cluster: string): number {
  if (invisible.test(cluster)) return 0
  if (cluster.includes('\ufe0f')) return 2
  return eastAsianWidth(cluster.codePointAt(0) ?? 0)
}

/** Pieces of at most so many columns (at least one character each); what belongs together is not taken apart. */
export function cutToWidth(text: string, columns: number): string[] {
  if (text !== '' && displayWidth(text) <= columns) return [text]
  const pieces: string[] = []
  let piece = ''
  let width = 0
  for (const [cluster] of text.matchAll(clusters)) {
    const own = widthOf(cluster)
    if (piece !== '' && width + own > columns) {
      pieces.push(piece)
      piece = ''
      width = 0
    }
    piece += cluster
    width += own
  }
  return piece === '' ? pieces : [...pieces, piece]
}
