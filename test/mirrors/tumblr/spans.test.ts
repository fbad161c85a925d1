import { expect, test } from 'vitest'
import { textBlocks } from '../../../scripts/mirrors/tumblr/spans.ts'

test('ranges are code points, end exclusive', () => {
  const href = 'https://example.org/'
  expect(textBlocks([{ text: 'Dave 🐑', style: 'bold' }, { text: ' says ' }, { text: href, href }])).toEqual([
    {
      type: 'text',
      text: `Dave 🐑 says ${href}`,
      formatting: [
        { start: 0, end: 6, type: 'bold' },
        { start: 12, end: 32, type: 'link', url: href },
      ],
    },
  ])
})

test('a text is cut at a space, and nothing of it is lost', () => {
  const text = 'eleven more '.repeat(1000)
  const blocks = textBlocks([{ text, style: 'bold' }])
  expect(blocks.map((block) => [...block.text].length)).toEqual([4092, 4092, 3816])
  expect(blocks.map((block) => block.text).join('')).toBe(text)
  for (const { text, formatting } of blocks) {
    expect(formatting).toEqual([{ start: 0, end: text.length, type: 'bold' }])
  }
})

test.each([
  [4095, [4095]],
  [4096, [4096]],
  [4097, [4096, 1]],
])('%i letters without a space', (count, lengths) => {
  expect(textBlocks([{ text: '🐑'.repeat(count) }]).map(({ text }) => [...text].length)).toEqual(lengths)
})

test.each(['', ' ', '\n'])('no block of %j', (text) => {
  expect(textBlocks([{ text }])).toEqual([])
})
