import { execFileSync, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

/** The command itself, from one tag of this project to the next, in a repository made from a copy without history. */

const project = join(import.meta.dirname, '../..')
let scratch = ''
let upstream = ''
let host = ''
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'upgrade-'))
  upstream = join(scratch, 'upstream')
  host = join(scratch, 'host')
  const files = git(project, 'ls-files', '--cached', '--others', '--exclude-standard').split('\n')
  for (const file of files.filter((one) => existsSync(join(project, one)))) {
    for (const place of [upstream, host]) cpSync(join(project, file), join(place, file))
  }
  for (const place of [upstream, host]) {
    git(scratch, 'init', '--quiet', '--initial-branch=main', place)
    git(place, 'config', 'user.name', 'A')
    git(place, 'config', 'user.email', 'a@example.org')
    commit(place, 'Begin')
  }
  git(upstream, 'tag', `v${version()}`)
  symlinkSync(join(project, 'node_modules'), join(host, 'node_modules'))
  writeFileSync(join(host, '.git/info/exclude'), 'node_modules\n')
})
afterEach(() => rmSync(scratch, { recursive: true, force: true }))

function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
}

function commit(cwd: string, message: string): void {
  git(cwd, 'add', '--all')
  git(cwd, 'commit', '--quiet', '-m', message)
}

function version(): string {
  return JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')).version
}

function edit(folder: string, file: string, change: (text: string) => string): void {
  const text = readFileSync(join(folder, file), 'utf8')
  const changed = change(text)
  if (changed === text) throw new Error(`${file} is as it was`)
  writeFileSync(join(folder, file), changed)
}

function run(...args: string[]): { code: number | null; said: string } {
  const { X_BEARER_TOKEN: _, ...env } = process.env
  const ran = spawnSync('npm', ['run', '--silent', ...args], { cwd: host, env, encoding: 'utf8' })
  return { code: ran.status, said: ran.stdout + ran.stderr }
}

test('a host goes from one release to the next with a cron line and a title of their own, and builds', () => {
  const title = 'title: The archive of our own chat\n'
  writeFileSync(join(host, 'content/site.yaml'), `${title}upstream: ${upstream}\n`)
  edit(host, '.github/workflows/friday.yml', (text) => text.replace("'10 14 * * 6'", "'40 18 * * 2'"))
  commit(host, 'Ours')
  edit(upstream, 'package.json', (text) => text.replace(`"version": "${version()}"`, '"version": "99.0.0"'))
  edit(upstream, 'CHANGELOG.md', (text) =>
    text.replace('## [Unreleased]', '## [99.0.0]\n- Rounder corners.\n\n## [before]'),
  )
  edit(upstream, '.github/workflows/friday.yml', (text) =>
    text.replace('timeout-minutes: 60', 'timeout-minutes: 50'),
  )
  edit(upstream, 'content/site.yaml', (text) => `${text}\n# anew\n`)
  appendFileSync(join(upstream, 'templates/home.11ty.ts'), '\n// Rounder corners.\n')
  commit(upstream, 'Go on')
  git(upstream, 'tag', 'v99.0.0')

  const { code, said } = run('upgrade', '--', '--no-install')
  expect(said).toMatch(/^## \[99\.0\.0\]\n- Rounder corners\.\n3 files written, 0 removed;/)
  expect(said).toContain(
    ".github/workflows/friday.yml: your change and the release's are put together: look it over",
  )
  expect(said).toContain('content/: every transcript is in the format of today')
  expect(code).toBe(0)
  expect(readFileSync(join(host, '.github/workflows/friday.yml'), 'utf8')).toMatch(
    /40 18 \* \* 2[\s\S]*timeout-minutes: 50/,
  )
  expect(readFileSync(join(host, 'content/site.yaml'), 'utf8')).toBe(`${title}upstream: ${upstream}\n`)
  expect(readFileSync(join(host, 'templates/home.11ty.ts'), 'utf8')).toContain('// Rounder corners.')
  expect(git(host, 'log', '-1', '--format=%s')).toBe('Upgrade to v99.0.0')
  expect(run('build')).toMatchObject({ code: 0 })
  expect(readFileSync(join(host, 'dist/index.html'), 'utf8')).toContain('The archive of our own chat')
})
