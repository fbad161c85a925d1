import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cloned, commit, createOrigin, git } from './repositories.ts'
import { type Expressions, runStep } from './steps.ts'

/** The shell of the workflow, in a clone of the project whose origin is a bare repository on this machine. */

const project = join(import.meta.dirname, '../..')
const [fetch, keep] = ['Fetch, build and check', 'Keep what was fetched']
const manual: Expressions = {
  'github.event_name': 'workflow_dispatch',
  'github.ref_name': 'trunk',
  'inputs.dry_run': 'false',
  'steps.friday.outcome': 'success',
}

let scratch = ''
let clone = ''
let host = ''
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'workflow-'))
  const source = join(scratch, 'source')
  const files = git(project, 'ls-files', '--cached', '--others', '--exclude-standard').split('\n')
  for (const file of files) {
    const isTranscript = /^content\/[^/]+\/\d/.test(file)
    if (existsSync(join(project, file)) && !isTranscript) cpSync(join(project, file), join(source, file))
  }
  createOrigin(scratch, source)
  host = cloned(scratch, 'host')
  clone = cloned(scratch, 'clone')
  symlinkSync(join(project, 'node_modules'), join(clone, 'node_modules'))
})
afterEach(() => rmSync(scratch, { recursive: true, force: true }))

function published(path: string): string {
  return git(join(scratch, 'origin.git'), 'show', `trunk:${path}`)
}

test('a run fetches, builds, keeps what it fetched, and says so', () => {
  expect(runStep(clone, 'Look for the token', manual).code).toBe(0)
  const ran = runStep(clone, fetch, manual)
  expect(ran.said).toMatch(/^dist\/: \d+ pages checked, nothing is wrong/m)
  expect(ran.code).toBe(0)
  expect(runStep(clone, 'Say it on the page of this run', manual).code).toBe(0)
  expect(readFileSync(join(scratch, 'summary.md'), 'utf8')).toMatch(/^ {4}2010-12-17: 72 posts/m)
  expect(runStep(clone, keep, manual)).toMatchObject({ code: 0 })
  expect(published('content/lgovsm/2010-12-17/index.md')).toContain('checked: no')
  expect(git(clone, 'status', '--porcelain', '--', 'content')).toBe('')
  const again = runStep(clone, fetch, { ...manual, 'inputs.date': '2010-12-17' })
  expect(again).toMatchObject({ code: 0, said: expect.stringMatching(/^2010-12-17: .*nothing new/m) })
  const head = git(clone, 'rev-parse', 'HEAD')
  expect(runStep(clone, keep, manual).code).toBe(0)
  expect(git(clone, 'rev-parse', 'HEAD')).toBe(head)
})

test('what the host wrote meanwhile comes first, and the site is built again with it', () => {
  expect(runStep(clone, fetch, manual).code).toBe(0)
  const about = join(host, 'content/pages/about.md')
  writeFileSync(about, `${readFileSync(about, 'utf8')}\nWritten meanwhile.\n`)
  commit(host, 'Say more')
  git(host, 'push', '--quiet')
  expect(runStep(clone, keep, manual)).toMatchObject({
    code: 0,
    said: expect.stringContaining('pages checked'),
  })
  expect(published('content/pages/about.md')).toContain('Written meanwhile.')
  expect(published('content/lgovsm/2010-12-17/q1.md')).toContain('<!-- id=')
  expect(readFileSync(join(clone, 'dist/about/index.html'), 'utf8')).toContain('Written meanwhile.')
})

test('where both changed the same lines the run ends, and the branch is as the host left it', () => {
  expect(runStep(clone, fetch, manual).code).toBe(0)
  for (const [folder, words] of [
    [clone, 'ours'],
    [host, 'theirs'],
  ] as const) {
    writeFileSync(join(folder, 'content/pages/about.md'), `---\ntitle: ${words}\n---\n`)
  }
  commit(host, 'Write it anew')
  git(host, 'push', '--quiet')
  const { code, said } = runStep(clone, keep, manual)
  expect(code).toBe(1)
  expect(said).toContain('::error title=Two edits of the same lines::')
  expect(published('content/pages/about.md')).toContain('theirs')
  expect(existsSync(join(clone, '.git/rebase-merge'))).toBe(false)
})

test('a dry run writes no content; a push asks for nothing', () => {
  const dry = runStep(clone, fetch, { ...manual, 'inputs.dry_run': 'true' })
  expect(dry).toMatchObject({ code: 0, said: expect.stringContaining('would be written') })
  const push = runStep(clone, fetch, { ...manual, 'github.event_name': 'push', 'inputs.dry_run': '' })
  expect(push).toMatchObject({ code: 0, said: expect.not.stringContaining('Reading') })
  expect(git(clone, 'status', '--porcelain', '--', 'content')).toBe('')
})

test('a run that fails ends as failed, though what it said is copied', () => {
  writeFileSync(join(clone, 'content/site.yaml'), 'langage: en\n')
  const { code, said } = runStep(clone, fetch, manual)
  expect(code).toBe(1)
  expect(said).toContain('content/site.yaml:1: "langage" is not a setting')
})

test('a missing secret is told, but not for the sample', () => {
  const settings = join(clone, 'content/lgovsm/chat.yaml')
  writeFileSync(settings, readFileSync(settings, 'utf8').replace(/^sample: yes$/m, ''))
  const { code, said } = runStep(clone, 'Look for the token', manual)
  expect(code).toBe(1)
  expect(said).toContain('::error title=X_BEARER_TOKEN is missing::')
  const set = { ...manual, 'secrets.X_BEARER_TOKEN': 'AAAAAAAAAAAA' }
  expect(runStep(clone, 'Look for the token', set)).toEqual({ code: 0, said: '' })
})

test('after forty quiet days a warning comes; raw answers are not kept', () => {
  const warn = () => runStep(clone, 'Warn before GitHub stops the schedule', manual)
  expect(warn()).toEqual({ code: 0, said: '' })
  const old = { ...process.env, GIT_COMMITTER_DATE: '2020-01-01T00:00:00Z' }
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.org']
  execFileSync('git', [...who, 'commit', '--quiet', '--allow-empty', '-m', 'Old'], { cwd: clone, env: old })
  expect(warn()).toMatchObject({
    code: 0,
    said: expect.stringMatching(/^::warning title=The schedule will stop::.*\d{4} days/),
  })
  expect(runStep(clone, 'rm -rf .cache/raw .cache/writing .cache/lock .cache/code', manual).code).toBe(0)
})
