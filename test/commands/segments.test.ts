import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runIn, scratch } from './command.ts'

const sample = 'sample: yes\nhashtags: "#lgovsm"\nhosts: lgovsm_sample\nfirst: 2010-12-03\n'

let root = ''
let remove = () => {}
beforeAll(async () => {
  ;({ root, remove } = scratch({ 'content/lgovsm/chat.yaml': sample }))
  await runIn(root, 'fetch', '2010-12-17')
})
afterAll(() => remove())

test('segments prints a row a post, in 100 columns', async () => {
  const { code, out, err } = await runIn(root, 'segments', '2010-12-17')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toMatch(
    /^13:00:20 {2}@lgovsm_sample {4}Q1 Every payment over £500, publish… {2}q1 {7}question/m,
  )
  const rows = out.split('\n').filter((line) => /^(\d\d:\d\d:\d\d|\d\d-\d\d {3}) {2}/.test(line))
  expect(rows).toHaveLength(72)
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
  expect(out).toMatch(/^72 posts: before \d+, q1 \d+/m)
})

test('a correction that was not fetched yet is in it', async () => {
  const file = join(root, 'content/lgovsm/2010-12-17/q1.md')
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace(/(<!-- id=\d+ at=2010-12-17T13:05:49Z)/, '$1 q=3'))
  const { out } = await runIn(root, 'segments')
  expect(out).toMatch(/^13:05:49 .* {2}q3 {7}host/m)
  writeFileSync(file, text)
})

test('review without a terminal lists files and lines, and changes nothing', async () => {
  const index = join(root, 'content/lgovsm/2010-12-17/index.md')
  const before = readFileSync(index, 'utf8')
  const { code, out, err } = await runIn(root, 'review')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toMatch(/^content\/lgovsm\/2010-12-17\/q\d\.md:\d+: a picture without a description/m)
  expect(out).toContain('content/lgovsm/2010-12-17/index.md:3: checked: no')
  expect(readFileSync(index, 'utf8')).toBe(before)
})

// biome-ignore format: a table
test.each<[command: string, args: string[], message: RegExp]>([
  ['segments', ['2010-12-10'], /^2010-12-10: there is no transcript yet: npm run fetch -- --chat lgovsm 2010-12-10 makes one/],
  ['review', ['2010-12-18'], /^2010-12-18: .* has no session on this date/],
  ['review', ['2010-12-17', '2010-12-10'], /^2010-12-10: one date at a time/],
  ['segments', ['--chat', 'lgovsn'], /did you mean lgovsm/],
])('%s %j is refused in one line', async (command, args, message) => {
  const { code, err } = await runIn(root, command, ...args)
  expect(err).toMatch(message)
  expect(err.trimEnd().split('\n')).toHaveLength(1)
  expect(code).toBe(1)
})
