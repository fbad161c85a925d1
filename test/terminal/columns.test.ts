import { expect, test } from 'vitest'
import { fitColumns } from '../../scripts/terminal/columns.ts'

// biome-ignore format: a table
test.each<[what: string, text: string, width: number, shown: string]>([
  ['filled up', 'hello', 8, 'hello   '],
  ['cut', 'hello there', 8, 'hello t…'],
  ['just right', 'eight ch', 8, 'eight ch'],
  ['wide letters', '地方政府', 8, '地方政府'],
  ['wide letters, cut', '地方政府の', 8, '地方政… '],
  ['emoji', '🎄🎄🎄🎄🎄', 8, '🎄🎄🎄… '],
  ['control characters', 'a\u001b[31mb\nc\u202ed', 12, 'a [31mb c d '],
  ['marks upon marks', `e${'\u0301'.repeat(5000)}x`, 4, `e${'\u0301'.repeat(4)}x  `],
  ['nothing', '', 3, '   '],
])('%s', (_, text, width, shown) => expect(fitColumns(text, width)).toBe(shown))
