import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runUpgrade } from '../../scripts/upgrading/run-upgrade.ts'
import { put, textsIn } from '../publishing/site.ts'

/** A host's repository without common history with the project, whose releases are tags of a bare repository. */

const v1 = {
  'CHANGELOG.md': '# Changelog\n\n## [0.1.0]\n- One.\n',
  'package.json': '{ "version": "0.1.0" }\n',
  'README.md': 'The project.\n',
  '.github/workflows/friday.yml': 'name: Friday\n# when\ncron: 13\n# then\nsteps: 1\n',
  'scripts/a.ts': 'a1\n',
  'scripts/b.ts': 'one\ntwo\nthree\nfour\nfive\n',
  'scripts/c.ts': 'c1\n',
  'scripts/gone.ts': 'gone\n',
  'content/site.yaml': 'title: Sample\n',
  'content/lgovsm/2010-12-10/q1.md': 'sample\n',
}
const between = { ...v1, 'scripts/a.ts': 'a between\n' }
const { 'scripts/gone.ts': _, ...rest } = v1
const v2 = {
  ...rest,
  'CHANGELOG.md': '# Changelog\n\n## [0.2.0]\n- Two.\n\n## [0.1.0]\n- One.\n',
  'package.json': '{ "version": "0.2.0" }\n',
  'README.md': 'The project, anew.\n',
  '.github/workflows/friday.yml': 'name: Friday\n# when\ncron: 14\n# then\nsteps: 2\n',
  'scripts/a.ts': 'a2\n',
  'scripts/b.ts': 'one\ntwo\nthree\nfour\nfive, anew\n',
  'scripts/new.ts': 'new\n',
  'content/site.yaml': 'title: Another sample\n',
  'content/lgovsm/2010-12-10/q1.md': 'another sample\n',
}
const hosts = {
  ...between,
  'README.md': 'Our archive.\n',
  'content/site.yaml': 'title: Ours\n',
  'content/ours/2011-01-07/q1.md': 'ours\n',
}

let scratch = ''
let upstream = ''
let root = ''
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'upgrade-test-'))
  upstream = join(scratch, 'upstream.git')
  const project = join(scratch, 'project')
  root = join(scratch, 'host')
  for (const folder of [project, root]) {
    execFileSync('git', ['init', '--quiet', '--initial-branch=main', folder])
    git(folder, 'config', 'user.name', 'A')
    git(folder, 'config', 'user.email', 'a@example.org')
  }
  commit(project, v1)
  git(project, 'tag', 'v0.1.0')
  commit(project, between)
  commit(project, v2)
  git(project, 'tag', 'v0.2.0')
  execFileSync('git', ['clone', '--quiet', '--bare', project, upstream])
  commit(root, hosts)
})
afterEach(() => rmSync(scratch, { recursive: true }))

function git(folder: string, ...args: string[]): string {
  return execFileSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim()
}

/** Makes a folder hold these files and no others. */
function commit(folder: string, files: Readonly<Record<string, string>>): void {
  for (const file of Object.keys(textsIn(folder))) rmSync(join(folder, file))
  for (const [file, text] of Object.entries(files)) put(join(folder, file), text)
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--allow-empty', '-m', 'Change')
}

async function upgrade(options: Partial<Parameters<typeof runUpgrade>[0]> = {}): Promise<string[]> {
  const lines: string[] = []
  await runUpgrade({
    root,
    from: upstream,
    to: undefined,
    conflicts: 'refuse',
    dryRun: false,
    mayAsk: false,
    tell: (line) => lines.push(line),
    ...options,
  })
  return lines
}

test('the code of the release comes in, as one commit; content and what the host wrote anew stay', async () => {
  const lines = await upgrade()
  expect(lines).toEqual([
    '## [0.2.0]',
    '- Two.',
    '6 files written, 1 removed; content/, .env and settings are not touched',
    'README.md: you changed it: it stays as it is',
    'Upgraded from v0.1.0 to v0.2.0, as one commit: git revert HEAD takes it back',
  ])
  const { 'content/lgovsm/2010-12-10/q1.md': sample, ...code } = v2
  expect(textsIn(root)).toEqual({ ...code, ...pick(hosts, /^content|^README/) })
  expect(sample).toBe('another sample\n')
  expect(git(root, 'status', '--porcelain')).toBe('')
  expect(git(root, 'rev-list', '--count', 'HEAD')).toBe('2')
  expect(await upgrade()).toEqual(['v0.2.0 is the newest release'])
})

test('a dry run says the same and writes nothing', async () => {
  const lines = await upgrade({ dryRun: true })
  expect(lines).toContain(
    '6 files would be written, 1 would be removed; content/, .env and settings are not touched',
  )
  expect(textsIn(root)).toEqual(hosts)
})

test('changes of the host stay, are put together with the release, or stop it before anything is written', async () => {
  const { 'scripts/c.ts': gone, ...others } = hosts
  const changed = {
    ...others,
    '.github/workflows/friday.yml': v1['.github/workflows/friday.yml'].replace('13', '18'),
    'scripts/a.ts': 'a of the host\n',
    'scripts/b.ts': v1['scripts/b.ts'].replace('one', 'ONE'),
    'scripts/own.ts': 'own\n',
    'scripts/gone.ts': 'not gone\n',
  }
  commit(root, changed)
  await expect(upgrade()).rejects.toThrow(
    /^scripts\/a\.ts: you and the release changed the same lines, and nothing was written: see both with git diff HEAD refs\/upgrade\/v0\.2\.0 -- scripts\/a\.ts,/,
  )
  expect(textsIn(root)).toEqual(changed)
  expect(git(root, 'diff', 'HEAD', 'refs/upgrade/v0.2.0', '--', 'scripts/a.ts')).toContain('+a2')
  const lines = await upgrade({ conflicts: 'keep' })
  expect(lines.filter((line) => /^(scripts|\.github)/.test(line))).toEqual([
    'scripts/gone.ts: you changed it: it stays as it is',
    'scripts/c.ts: you deleted it: it stays away',
    ".github/workflows/friday.yml: your change and the release's are put together: look it over",
    "scripts/b.ts: your change and the release's are put together: look it over",
    'scripts/a.ts: your version stays',
  ])
  expect(gone).toBe('c1\n')
  expect(pick(textsIn(root), /^scripts|^\.github/)).toEqual({
    // The host's hour, the release's steps.
    '.github/workflows/friday.yml': 'name: Friday\n# when\ncron: 18\n# then\nsteps: 2\n',
    'scripts/a.ts': 'a of the host\n',
    'scripts/b.ts': 'ONE\ntwo\nthree\nfour\nfive, anew\n',
    'scripts/gone.ts': 'not gone\n',
    'scripts/new.ts': 'new\n',
    'scripts/own.ts': 'own\n',
  })
})

test('--take takes the version of the release', async () => {
  commit(root, { ...hosts, 'scripts/a.ts': 'a of the host\n' })
  await upgrade({ conflicts: 'take' })
  expect(readFileSync(join(root, 'scripts/a.ts'), 'utf8')).toBe('a2\n')
})

test('a remote called upstream is asked where nothing else is said; a release can be named', async () => {
  await expect(upgrade({ from: undefined })).rejects.toThrow(
    /^say where releases come from: npm run upgrade -- --from/,
  )
  git(root, 'remote', 'add', 'upstream', upstream)
  expect(await upgrade({ from: undefined, to: 'v0.2.0' })).toContain('- Two.')
})

// biome-ignore format: a table
test.each<[string, () => void, Partial<Parameters<typeof runUpgrade>[0]>, RegExp]>([
  ['a dirty tree', () => put(join(root, 'half done.txt'), 'x'), {}, /^"?half done\.txt"?: not committed yet: commit first/],
  ['no repository', () => rmSync(join(root, '.git'), { recursive: true }), {}, /^this folder is no git repository/],
  ['a place without a repository', () => {}, { from: '/nowhere.git' }, /^\/nowhere\.git: there is no repository at this address/],
  ['an address that is an option', () => {}, { from: '--upload-pack=x' }, /^--upload-pack=x: /],
  ['a release that is not there', () => {}, { to: 'v9.9.9' }, /there is no release "v9\.9\.9": there are v0\.1\.0, v0\.2\.0$/],
  ['an older release', () => commit(root, { ...hosts, 'package.json': '{ "version": "0.2.0" }' }), { to: 'v0.1.0' }, /^v0\.1\.0 is older than v0\.2\.0/],
  ['a version that is none', () => commit(root, { ...hosts, 'package.json': '{ "version": "new" }' }), {}, /^package\.json: version: "new" is no version/],
  ['git that knows nobody', () => git(root, 'config', 'user.name', ''), {}, /^git does not know who you are/],
])('%s is told', async (_, arrange, options, message) => {
  arrange()
  await expect(upgrade(options)).rejects.toThrow(message)
  expect(existsSync(join(root, 'scripts/new.ts'))).toBe(false)
})

test('where the release that the host began with is gone, what is unchanged still is known by the history', async () => {
  git(upstream, 'tag', '-d', 'v0.1.0')
  expect(await upgrade()).toContain('6 files written, 1 removed; content/, .env and settings are not touched')
})

test('what the host deleted stays away all the same', async () => {
  git(upstream, 'tag', '-d', 'v0.1.0')
  const { 'scripts/c.ts': gone, ...others } = hosts
  commit(root, others)
  expect(await upgrade()).toContain('scripts/c.ts: you deleted it: it stays away')
  expect(gone).toBe('c1\n')
  expect(textsIn(root)).not.toHaveProperty(['scripts/c.ts'])
  expect(textsIn(root)).toMatchObject({ 'scripts/new.ts': 'new\n' })
})

test("a file that is not in UTF-8 keeps the host's letters byte for byte", async () => {
  const latin1 = (text: string) => writeFileSync(join(root, 'scripts/b.ts'), text, 'latin1')
  latin1('one, Siân\ntwo\nthree\nfour\nfive\n')
  git(root, 'commit', '--quiet', '--all', '-m', 'Change')
  await upgrade()
  expect(readFileSync(join(root, 'scripts/b.ts'), 'latin1')).toBe('one, Siân\ntwo\nthree\nfour\nfive, anew\n')
})

test('a name of their own in package.json is put together with the version of the release', async () => {
  const named = (name: string, version: string) => `{\n  "name": "${name}",\n  "version": "${version}"\n}\n`
  const [first, second] = [named('project', '0.1.0'), named('project', '0.2.0')]
  release({ ...v1, 'package.json': first }, { ...v2, 'package.json': second })
  commit(root, { ...hosts, 'package.json': named('ours', '0.1.0') })
  await upgrade()
  expect(readFileSync(join(root, 'package.json'), 'utf8')).toBe(named('ours', '0.2.0'))
})

test('package.json with --keep stays, but for the version: the next upgrade begins there', async () => {
  const ours = '{ "scripts": { "version": "0.1.0" }, "version": "0.1.0", "name": "ours" }\n'
  release(v1, { ...v2, 'package.json': '{ "version": "0.2.0", "type": "module" }\n' })
  commit(root, { ...hosts, 'package.json': ours })
  expect(await upgrade({ conflicts: 'keep' })).toContain(
    "package.json: yours stays, with the release's version number",
  )
  expect(readFileSync(join(root, 'package.json'), 'utf8')).toBe(
    '{ "scripts": { "version": "0.1.0" }, "version": "0.2.0", "name": "ours" }\n',
  )
  expect(await upgrade()).toEqual(['v0.2.0 is the newest release'])
})

test('where nothing is left to bring in, that is said', async () => {
  release(v1, { ...v1, 'scripts/a.ts': 'a2\n' })
  commit(root, { ...hosts, 'scripts/a.ts': 'a of the host\n' })
  expect((await upgrade({ conflicts: 'keep' })).at(-1)).toBe(
    'Nothing is left to bring in: what v0.2.0 changed stays as you have it',
  )
  expect(git(root, 'status', '--porcelain')).toBe('')
})

// biome-ignore format: a table
test.each<[string, () => void]>([
  ['a commit that cannot be signed', () => { git(root, 'config', 'commit.gpgsign', 'true'); git(root, 'config', 'gpg.program', 'false') }],
  ['a hook that refuses', () => hook('prepare-commit-msg')],
  ['a file that cannot be written, after others were', () => {
    git(root, 'config', 'filter.none.smudge', 'false')
    git(root, 'config', 'filter.none.required', 'true')
    put(join(root, '.git/info/attributes'), 'scripts/new.ts filter=none\n')
  }],
])('%s: everything is as it was before', async (_, arrange) => {
  commit(root, { ...hosts, 'scripts/b.ts': v1['scripts/b.ts'].replace('one', 'ONE') })
  const before = textsIn(root)
  const head = git(root, 'rev-parse', 'HEAD')
  arrange()
  await expect(upgrade()).rejects.toThrow(/^git: git said /)
  expect(textsIn(root)).toEqual(before)
  expect(git(root, 'status', '--porcelain', '--ignored')).toBe('')
  expect(git(root, 'rev-parse', 'HEAD')).toBe(head)
})

test('where it cannot be put back either, that is said', async () => {
  hook('prepare-commit-msg', 'touch .git/index.lock')
  await expect(upgrade()).rejects.toThrow(
    /^the upgrade broke off \(git: git said .*\), and it could not be taken back: git reset --hard takes it back/,
  )
})

test('a file that git ignores is not written over', async () => {
  put(join(root, '.git/info/exclude'), 'new.ts\n')
  put(join(root, 'scripts/new.ts'), 'notes of the host')
  await expect(upgrade()).rejects.toThrow(
    /^scripts\/new\.ts: the release has a file of this name, and git ignores yours: move it away/,
  )
  expect(textsIn(root)).toEqual({ ...hosts, 'scripts/new.ts': 'notes of the host' })
})

test('what git was told not to show is not committed either', async () => {
  git(root, 'config', 'status.showUntrackedFiles', 'no')
  put(join(root, 'half done.txt'), 'x')
  await expect(upgrade()).rejects.toThrow(/half done\.txt"?: not committed yet/)
})

/** Other releases than usual: what v0.1.0 and v0.2.0 hold. */
function release(...releases: [Readonly<Record<string, string>>, Readonly<Record<string, string>>]): void {
  const project = join(scratch, 'project')
  for (const [index, files] of releases.entries()) {
    commit(project, files)
    git(project, 'tag', '--force', `v0.${index + 1}.0`)
  }
  git(upstream, 'fetch', '--quiet', '--force', project, 'refs/tags/*:refs/tags/*')
}

/** One that refuses. */
function hook(name: string, does = ''): void {
  const path = join(root, '.git/hooks', name)
  put(path, `#!/bin/sh\n${does}\necho "fatal: not today" >&2\nexit 1\n`)
  chmodSync(path, 0o755)
}

function pick(files: Readonly<Record<string, string>>, pattern: RegExp): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([file]) => pattern.test(file)))
}
