import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parseIndex } from '../../scripts/markdown/index-file.ts'
import { toSource } from '../../scripts/markdown/lines.ts'
import { formatOf, type Migration } from '../../scripts/markdown/migrations.ts'
import { migrateContent } from '../../scripts/upgrading/migrate-content.ts'

/** Made up: in format 0 the title was called name, and questions stood in files called question-1.md. */
const fromNought: Migration = {
  from: 0,
  change: (files) =>
    new Map(
      [...files].map(([name, text]) => [
        name.replace(/^question-/, 'q'),
        name === 'index.md' ? text.replace(/^name:/m, 'title:') : text,
      ]),
    ),
}
const steps = [fromNought]

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'migrate-'))
  mkdirSync(join(root, 'content/lgovsm'), { recursive: true })
  writeFileSync(join(root, 'content/lgovsm/chat.yaml'), 'hashtags: "#lgovsm"\n')
})
afterEach(() => rmSync(root, { recursive: true }))

function put(date: string, files: Readonly<Record<string, string>>): void {
  const folder = join(root, 'content/lgovsm', date)
  mkdirSync(folder)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
}

function textsOf(date: string): Record<string, string> {
  const folder = join(root, 'content/lgovsm', date)
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  )
}

const old = {
  'index.md': '---\nname: Snow days\nformat: 0\n---\nTwo sentences.\n',
  'question-1.md': 'One.\n',
}
const today = { 'index.md': '---\ntitle: Snow days\nformat: 1\n---\nTwo sentences.\n', 'q1.md': 'One.\n' }

test('sessions of an older format are brought up, the others stay', () => {
  put('2010-12-10', old)
  put('2010-12-17', today)
  put('2010-12-24', { 'index.md': '---\ntitle: ""\n---\n' })
  expect(migrateContent({ root, dryRun: true, steps })).toEqual([
    'content/lgovsm/2010-12-10/: would be brought from format 0 to 1',
  ])
  expect(textsOf('2010-12-10')).toEqual(old)
  expect(migrateContent({ root, dryRun: false, steps })).toEqual([
    'content/lgovsm/2010-12-10/: brought from format 0 to 1',
  ])
  expect(textsOf('2010-12-10')).toEqual(today)
  expect(migrateContent({ root, dryRun: false, steps })).toEqual([])
})

test.each([
  ['2', /2010-12-17\/: a newer version of the program wrote this \(format 2\): npm run upgrade/],
  ['0', /\/: nothing leads from format 0 to 1/],
])('format %s, for which there is no step: nothing is written', (format, message) => {
  put('2010-12-10', old)
  put('2010-12-17', { 'index.md': `---\nformat: ${format}\n---\n` })
  expect(() => migrateContent({ root, dryRun: false, steps: format === '0' ? [] : steps })).toThrow(message)
  expect(textsOf('2010-12-10')).toEqual(old)
})

test.each([
  ['---\nformat: 1\n---\n', 1],
  ['\ufeff---\r\ntitle: ""\r\nformat: "12"\r\n---\r\n', 12],
  ['---\ntitle: ""\n---\nformat: 7\n', 1],
  ['---\nformat: new\n---\n', undefined],
  ['', 1],
])('%j is in format %s', (text, format) => {
  expect(formatOf(text)).toBe(format)
})

test.each([
  [
    '2',
    'index.md:3: this session is in format 2, and a newer version of the program wrote it: npm run upgrade brings that in',
  ],
  [
    '0',
    'index.md:3: this session is in format 0, and that is older than this program reads: npm run upgrade -- --content brings it up to format 1',
  ],
  ['new', 'index.md:3: "format" must be 1'],
])('a reader told of format %s says what to do', (format, message) => {
  expect(() => parseIndex(toSource('index.md', `---\ntitle: ""\nformat: ${format}\n---\n`))).toThrow(message)
})
