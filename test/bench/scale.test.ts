import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { afterAll, expect, test } from 'vitest'
import { createLanguage } from '../../scripts/bench/generate/words.ts'
import { folderSize } from '../../scripts/bench/scale/folder-size.ts'
import { growChat } from '../../scripts/bench/scale/grow.ts'
import type { ScaleStep } from '../../scripts/bench/scale/run-scale.ts'
import { scalePlot } from '../../scripts/bench/scale/scale-plot.ts'
import { scaleTable } from '../../scripts/bench/scale/scale-table.ts'
import { openArchive } from '../../scripts/content/archive.ts'

const root = mkdtempSync(join(tmpdir(), 'scale-'))
afterAll(() => rmSync(root, { recursive: true }))

test('an archive grows by chats that each have people of their own', () => {
  const language = createLanguage(1)
  for (const chat of [0, 1]) {
    growChat({ root, language, seed: 1, chat, sessions: 1, advance: () => undefined })
  }
  const { chats } = openArchive(root)
  const authors = chats.map(({ dates, read }) =>
    dates.flatMap((date) =>
      read(date).segments.flatMap(({ posts }) => posts.map((one) => one.post.author.name)),
    ),
  )
  expect(chats.map(({ chat }) => [chat.name, chat.hashtags[0]])).toEqual([
    ['bench', '#bench'],
    ['bench2', '#bench2'],
  ])
  expect(authors.map((names) => names.length)).toEqual([300, 300])
  expect(authors[0]).not.toEqual(authors[1])
})

test('a folder weighs what its files do', () => {
  const folder = join(root, 'weighed')
  mkdirSync(join(folder, 'a/b'), { recursive: true })
  writeFileSync(join(folder, 'one'), '12345')
  writeFileSync(join(folder, 'a/b/two'), '12')
  expect(folderSize(folder)).toEqual({ files: 2, bytes: 7 })
})

const step = (sessions: number, seconds: number): ScaleStep => {
  const usage = { wallSeconds: seconds, cpuSeconds: seconds, peakMiB: 200 }
  const size = { files: 10, bytes: 3 * 2 ** 20 }
  return {
    chats: 1,
    sessions,
    posts: sessions * 300,
    content: size,
    site: size,
    full: usage,
    added: { ...usage, wallSeconds: 0.6 },
    git: { commitSeconds: 1, idsSeconds: 0.01, repositoryBytes: 2 ** 20 },
  }
}

test('the curve is an image that reads as XML, with a point for each size', () => {
  const plot = scalePlot([step(200, 4), step(400, 8.5), step(2000, 40)])
  expect(() => new SaxesParser().write(plot).close()).not.toThrow()
  expect(plot.match(/<circle/g)).toHaveLength(6)
  expect(plot).toContain('>500</text>')
  expect(plot).not.toMatch(/NaN|Infinity/)
})

test('the table has a row for each size', () => {
  const rows = scaleTable([step(200, 4), step(400, 8.46)]).split('\n')
  expect(rows).toHaveLength(4)
  expect(rows[3]).toBe('| 1 | 400 | 120000 | 3 | 10 | 3 | 10 | 8.5 | 200 | 0.60 | 200 | 1.0 | 0.01 | 1 |')
})
