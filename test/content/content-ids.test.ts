import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contentIds, isChangedSince } from '../../scripts/content/content-ids.ts'
import { gitIds } from '../../scripts/content/git-ids.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ids-'))
  write('content/site.yaml', 'title: x\n')
  write('content/lgovsm/2010-12-17/q1.md', 'one\n')
  write('content/lgovsm/2010-12-17/media/a b.png', 'picture')
})
afterEach(() => rmSync(root, { recursive: true }))

const later = Number.POSITIVE_INFINITY

test('what git vouches for and what is read go by the same names', async () => {
  const { files: before, seen } = await contentIds(root, { seen: {}, since: later })
  expect([...before.keys()].sort()).toEqual([
    'lgovsm/2010-12-17/media/a b.png',
    'lgovsm/2010-12-17/q1.md',
    'site.yaml',
  ])
  expect(Object.keys(seen)).toHaveLength(3)
  commit()
  const vouched = await gitIds(root)
  expect(new Map([...vouched].sort())).toEqual(new Map([...before].sort()))
  expect((await contentIds(root, { seen: {}, since: later })).seen).toEqual({})
})

test.each([
  ['edited', () => write('content/lgovsm/2010-12-17/q1.md', 'two\n')],
  ['deleted', () => rmSync(join(root, 'content/lgovsm/2010-12-17/q1.md'))],
  ['in a folder below the repository', () => write('content/lgovsm/2010-12-17/q1.md', 'longer\n')],
  ['hidden from git', () => git('update-index', '--assume-unchanged', 'content/lgovsm/2010-12-17/q1.md')],
  ['skipped by git', () => git('update-index', '--skip-worktree', 'content/lgovsm/2010-12-17/q1.md')],
])('git does not vouch for a file that is %s', async (_, change) => {
  commit()
  change()
  const ids = await gitIds(root)
  expect([...ids.keys()].sort()).toEqual(['lgovsm/2010-12-17/media/a b.png', 'site.yaml'])
})

test('a project below the top of its repository is vouched for too', async () => {
  const project = join(root, 'content')
  write('content/content/x/chat.yaml', '')
  write('content/content/x/edited.md', '')
  commit()
  write('content/content/x/edited.md', 'x')
  expect([...(await gitIds(project)).keys()]).toEqual(['x/chat.yaml'])
})

test('what git is told to ignore, and what is new, is read', async () => {
  write('.gitignore', '*.md\n')
  commit()
  write('content/lgovsm/chat.yaml', '')
  const { files, seen } = await contentIds(root, { seen: {}, since: later })
  expect(files.size).toBe(4)
  expect(Object.keys(seen).sort()).toEqual(['lgovsm/2010-12-17/q1.md', 'lgovsm/chat.yaml'])
})

test('a link that leads nowhere is no file', async () => {
  symlinkSync(join(root, 'nowhere'), join(root, 'content/lgovsm/2010-12-17/gone.md'))
  const { files } = await contentIds(root, { seen: {}, since: later })
  expect([...files.keys()].filter((file) => file.endsWith('gone.md'))).toEqual([])
})

test('an edit of the same length is seen, also where its time is set back', async () => {
  const file = 'lgovsm/2010-12-17/q1.md'
  const first = await contentIds(root, { seen: {}, since: later })
  const { atime, mtime } = statSync(join(root, 'content', file))
  write(`content/${file}`, 'ONE\n')
  utimesSync(join(root, 'content', file), atime, mtime)
  const second = await contentIds(root, { seen: first.seen, since: later })
  expect(second.files.get(file)).not.toBe(first.files.get(file))
  expect(second.files.get('site.yaml')).toBe(first.files.get('site.yaml'))
})

test('a file that changed in the same tick of the clock is not known by its marks', async () => {
  const { mtimeMs, ctimeMs } = statSync(join(root, 'content/site.yaml'))
  const since = Math.max(mtimeMs, ctimeMs)
  expect(Object.keys((await contentIds(root, { seen: {}, since })).seen)).not.toContain('site.yaml')
  expect(isChangedSince(root, 'site.yaml', since)).toBe(true)
  expect(isChangedSince(root, 'site.yaml', since + 1)).toBe(false)
  expect(isChangedSince(root, 'gone.yaml', 0)).toBe(true)
})

test('what mirrors hold and what begins with a dot are no content; a link to a folder is', async () => {
  write('content/lgovsm/mirrors/tumblr.json', '{}')
  write('content/.notes/a.md', '')
  write('elsewhere/2010-12-24/q1.md', 'x')
  symlinkSync(join(root, 'elsewhere/2010-12-24'), join(root, 'content/lgovsm/2010-12-24'))
  const { files } = await contentIds(root, { seen: {}, since: later })
  expect([...files.keys()].filter((file) => file.startsWith('lgovsm/2010-12-24'))).toEqual([
    'lgovsm/2010-12-24/q1.md',
  ])
  expect([...files.keys()].filter((file) => /mirrors|notes/.test(file))).toEqual([])
})

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

function commit(): void {
  git('init', '-q')
  git('add', '.')
  git('-c', 'user.name=x', '-c', 'user.email=x@example.org', 'commit', '-qm', 'x')
}

function git(...args: string[]): void {
  execFileSync('git', args, { cwd: root, stdio: 'ignore' })
}
