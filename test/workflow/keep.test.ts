import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cloned, commit, createOrigin, git } from './repositories.ts'
import { type Expressions, runStep } from './steps.ts'

/** What the workflow commits, with a bare repository on this machine in GitHub's place. */

const script = '.github/keep-content.sh'
const [fetched, mirrored] = ['Keep what was fetched', 'Keep what was mirrored']
// Built only where it says so: building again is for the slow tests.
const expressions: Expressions = { 'github.ref_name': 'trunk', 'steps.friday.outcome': 'failure' }

let scratch = ''
let clone = ''
let host = ''
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'keep-'))
  const source = join(scratch, 'source')
  mkdirSync(join(source, '.github'), { recursive: true })
  cpSync(join(import.meta.dirname, '../..', script), join(source, script))
  write(source, 'content/lgovsm/2010-12-10/q1.md', 'before')
  createOrigin(scratch, source)
  host = cloned(scratch, 'host')
  clone = cloned(scratch, 'clone')
})
afterEach(() => rmSync(scratch, { recursive: true, force: true }))

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

const log = () => git(join(scratch, 'origin.git'), 'log', '--format=%s', 'trunk').split('\n')
const published = (path: string) => git(join(scratch, 'origin.git'), 'show', `trunk:${path}`)
const record = 'content/lgovsm/mirrors/2010-12-17.json'

test('what was fetched and which post is which are a commit each', () => {
  write(clone, 'content/lgovsm/2010-12-17/q1.md', 'said')
  expect(runStep(clone, fetched, expressions)).toMatchObject({ code: 0 })
  write(clone, record, '{}')
  expect(runStep(clone, mirrored, expressions)).toMatchObject({ code: 0 })
  expect(log()).toEqual(['Keep which post on Tumblr is which', 'Keep what was said', 'Begin'])
  expect(published(record)).toBe('{}')
})

test('records are kept behind what the host pushed while it mirrored', () => {
  write(clone, record, '{}')
  write(host, 'content/lgovsm/2010-12-10/q1.md', 'after')
  commit(host, 'Correct it')
  git(host, 'push', '--quiet')
  expect(runStep(clone, mirrored, expressions)).toMatchObject({ code: 0 })
  expect(log()).toEqual(['Keep which post on Tumblr is which', 'Correct it', 'Begin'])
  expect(readFileSync(join(clone, 'content/lgovsm/2010-12-10/q1.md'), 'utf8')).toBe('after')
})

test('where both changed the same lines the step fails before anything was mirrored', () => {
  for (const [folder, words] of [
    [clone, 'ours'],
    [host, 'theirs'],
  ] as const) {
    write(folder, 'content/lgovsm/2010-12-10/q1.md', words)
  }
  commit(host, 'Correct it')
  git(host, 'push', '--quiet')
  const { code, said } = runStep(clone, fetched, expressions)
  expect(code).toBe(1)
  expect(said).toContain('::error title=Two edits of the same lines::')
  expect(log()).toEqual(['Correct it', 'Begin'])
  expect(existsSync(join(clone, '.git/rebase-merge'))).toBe(false)
})

test('with nothing new there is no commit', () => {
  expect(runStep(clone, mirrored, expressions)).toEqual({ code: 0, said: '' })
  expect(log()).toEqual(['Begin'])
})
