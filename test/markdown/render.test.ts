import { expect, test } from 'vitest'
import { renderMarkdown } from '../../scripts/markdown/render.ts'

// biome-ignore format: a table
test.each([
  ['a numbered list keeps its numbers', '1. Search\n2. Answer', '<ol type="1">\n<li>Search</li>\n<li>Answer</li>\n</ol>\n'],
  ['and its beginning', '3. Search', '<ol start="3" type="1">\n<li>Search</li>\n</ol>\n'],
  ['HTML is text', '<b>x</b>', '<p>&lt;b&gt;x&lt;/b&gt;</p>\n'],
  ['a script is no link', '[x](javascript:alert(1))', '<p>[x](javascript:alert(1))</p>\n'],
  ['nor is another host by //', '[x](//example.org/)', '<p>[x](//example.org/)</p>\n'],
  ['a picture of the session is shown', '![A map](media/map.png)', '<p><img src="media/map.png" alt="A map"></p>\n'],
  ['one from elsewhere is a link', '![A map](https://example.org/map.png)', '<p><a href="https://example.org/map.png">A map</a></p>\n'],
])('%s', (_, markdown, html) => {
  expect(renderMarkdown(markdown)).toBe(html)
})
