import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildSite } from '../../../scripts/site/build-site.ts'
import { firstMissing, isInstalled } from '../text-browser.ts'
import { writeWall } from '../wall.ts'
import { blogArchive } from './blog-site.ts'

const folder = mkdtempSync(join(tmpdir(), 'blog-text-'))
const output = join(folder, 'dist')

beforeAll(async () => {
  mkdirSync(join(folder, 'content'))
  writeWall(join(folder, 'content'))
  await buildSite({ archive: blogArchive(), output, content: join(folder, 'content') })
})

afterAll(() => rmSync(folder, { recursive: true }))

const browsers = [
  { name: 'lynx', args: ['-dump', '-nolist', '-width=100', '-display_charset=utf-8'] },
  { name: 'w3m', args: ['-dump', '-cols', '100', '-O', 'UTF-8', '-T', 'text/html'] },
]

const masthead = ['The archive', 'Archive', 'Ask', 'Submit', 'RSS']

/** Every kind of page of the blog, and what it says in the order in which it says it. */
const kinds = [
  { file: 'blog/index.html', says: ['The archive', 'What was said', 'Archive · Ask · Submit · RSS', 'Next time', 'Starting', 'We talked about starting.', 'Q1: How do we start? (5 posts)', 'Read the whole conversation', '17 December 2010 · 7 posts by 4 people', 'Tags: #lgovsm #2010 #Snow days #budgets', 'Wards', 'Have a post removed'] },
  { file: 'blog/post/2010-12-17/index.html', says: [...masthead, 'Starting', 'Friday 17 December 2010, 13:00 to 14:00.', '7 posts by 4 people.', 'Q1: How do we start?', '13:02 @dave', 'A1 Early', '13:31 @dave to ann, 13:05, during Q2', 'Lovely', 'Afterwards', 'Q2: How do we go on?', '17 December 2010 · 7 posts by 4 people', '#Snow days', 'Links, people', 'Newer: <script>'] },
  { file: 'blog/tagged/snow-days/index.html', says: [...masthead, 'Tagged #', 'Starting', 'Read the whole conversation'] },
  { file: 'blog/archive/index.html', says: [...masthead, 'Archive', 'December 2010', 'Starting', '17 December · 7 posts', 'Wards'] },
  { file: 'blog/ask/index.html', says: [...masthead, 'Ask a question', 'Send a question in', 'By e-mail to host@example.org', 'Next time'] },
  { file: 'blog/submit/index.html', says: [...masthead, 'Send in an answer', 'By e-mail to host@example.org', 'How do we start?'] },
  { file: 'blog/rss/index.html', says: [...masthead, 'The feed of the blog', 'https://example.org/archive/blog/rss/index.xml'] },
] // biome-ignore format: a table

for (const { name, args } of browsers) {
  describe.skipIf(!isInstalled(name))(`in ${name} (skipped where it is not installed)`, () => {
    test.each(kinds)('$file says it all, in order', ({ file, says }) => {
      const dump = execFileSync(name, [...args, join(output, file)], { encoding: 'utf8' })
      const missing = firstMissing(dump.replace(/\s+/g, ' '), says)
      expect([missing, missing === undefined ? '' : dump]).toEqual([undefined, ''])
    })
  })
}
