import { eastAsianWidth } from 'get-east-asian-width'
import { oneLine } from './safe-text.ts'

/** Text of others in exactly `width` columns of a terminal: cut with `…`, or filled up with spaces. */
export function fitColumns(text: string, width: number): string {
  const safe = [...oneLine(text)]
  const whole = take(safe, width)
  if (whole.letters === safe.length) return whole.text + ' '.repeat(width - whole.columns)
  const cut = take(safe, width - 1)
  return `${cut.text}…${' '.repeat(width - 1 - cut.columns)}`
}

/** More signs on one letter than any script uses are left out: they would be drawn over the lines around. */
const mostMarks = 4

type Taken = { readonly text: string; readonly columns: number; readonly letters: number }

function take(letters: readonly string[], width: number): Taken {
  let text = ''
  let columns = 0
  let marks = 0
  for (const [i, letter] of letters.entries()) {
    const own = columnsOf(letter)
    if (columns + own > width) return { text, columns, letters: i }
    marks = own === 0 ? marks + 1 : 0
    if (marks > mostMarks) continue
    text += letter
    columns += own
  }
  return { text, columns, letters: letters.length }
}

function columnsOf(letter: string): number {
  return /^[\p{M}\p{Cf}]$/u.test(letter) ? 0 : eastAsianWidth(letter.codePointAt(0) ?? 0)
}
