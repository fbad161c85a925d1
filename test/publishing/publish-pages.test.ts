import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { gitProblem } from '../../scripts/programs/git-problem.ts'
import { guessAddress, ownDomain, pagesFiles } from '../../scripts/publishing/pages-files.ts'
import { publishPages } from '../../scripts/publishing/publish-pages.ts'
import { put, setSite, siteOf } from './site.ts'

const site = { 'index.html': 'home\r\nhome', 'lgovsm/2010-12-17/index.html': 'the hour', '404.html': 'gone' }

let root = ''
let remove = () => {}
let bare = ''
beforeEach(() => {
  ;({ root, remove } = siteOf(site))
  bare = join(root, '../remote with spaces.git')
  git('init', '--quiet', '--bare', '--initial-branch=trunk', bare)
  git('init', '--quiet', '--initial-branch=trunk')
  put(join(root, '.gitignore'), 'dist/\n*.html\n')
  put(join(root, '.gitattributes'), '* text=auto eol=lf\n')
  git('add', '.gitignore', '.gitattributes')
  git('-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '--quiet', '-m', 'Begin')
  git('remote', 'add', 'origin', bare)
  git('push', '--quiet', 'origin', 'trunk')
})
afterEach(() => remove())

function git(...args: string[]): string {
  return execFileSync('git', args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim()
}

function publish(options: Partial<Parameters<typeof publishPages>[0]> = {}): Promise<string[]> {
  const standard = { address: undefined, remote: 'origin', branch: 'gh-pages', dryRun: false, mayAsk: false }
  return publishPages({ root, ...standard, ...options })
}

function published(): Record<string, string> {
  const names = git('--git-dir', bare, 'ls-tree', '-r', '--name-only', 'gh-pages').split('\n')
  return Object.fromEntries(
    names.map((name) => [
      name,
      execFileSync('git', ['--git-dir', bare, 'show', `gh-pages:${name}`], { encoding: 'utf8' }),
    ]),
  )
}

test('the branch holds the site, byte for byte, without history; the work tree is as it was', async () => {
  put(join(root, 'half done.txt'), 'not committed')
  const before = git('status', '--porcelain')
  expect(await publish()).toEqual(['origin gh-pages: 4 files'])
  expect(published()).toEqual({ ...site, '.nojekyll': '' })
  setSite(root, { ...site, '404.html': 'still gone', 'about/index.html': 'about' })
  expect(await publish()).toEqual(['origin gh-pages: 1 new, 1 changed, 0 removed'])
  expect(published()).toMatchObject({ 'about/index.html': 'about', '404.html': 'still gone' })
  expect(git('--git-dir', bare, 'rev-list', '--count', 'gh-pages')).toBe('1')
  expect(git('status', '--porcelain')).toBe(before)
  expect(git('branch', '--list')).toBe('* trunk')
})

test('publishing the same again pushes nothing', async () => {
  await publish()
  expect(await publish()).toEqual(['origin gh-pages: as it was'])
})

test('a dry run pushes nothing', async () => {
  expect(await publish({ dryRun: true })).toEqual(['origin gh-pages: would be 4 files'])
  expect(git('ls-remote', 'origin', 'gh-pages')).toBe('')
})

test('an own domain is named', async () => {
  await publish({ address: 'https://archive.example.org/' })
  expect(published()).toMatchObject({ CNAME: 'archive.example.org\n' })
})

test('somebody who publishes at the same time is not written over', async () => {
  await publish()
  setSite(root, { ...site, 'index.html': 'mine' })
  // Between reading the branch and pushing: the other one's commit arrives.
  const other = git(
    '-c',
    'user.name=B',
    '-c',
    'user.email=b@example.org',
    'commit-tree',
    'HEAD^{tree}',
    '-m',
    'Other',
  )
  git('push', '--quiet', 'origin', `${other}:refs/heads/other`)
  const wrapper = join(root, '../bin')
  mkdirSync(wrapper)
  const real = execFileSync('which', ['git'], { encoding: 'utf8' }).trim()
  writeFileSync(
    join(wrapper, 'git'),
    `#!/bin/sh\ncase "$1" in push) ${real} --git-dir '${bare}' update-ref refs/heads/gh-pages ${other};; esac\nexec ${real} "$@"\n`,
    { mode: 0o755 },
  )
  const path = process.env.PATH
  process.env.PATH = `${wrapper}:${path}`
  try {
    await expect(publish()).rejects.toThrow(
      'origin: somebody else published at the same time: run the command again',
    )
  } finally {
    process.env.PATH = path
  }
  expect(git('--git-dir', bare, 'rev-parse', 'gh-pages')).toBe(other)
})

test.each<[string, () => void, Partial<Parameters<typeof publishPages>[0]>, RegExp]>([
  [
    'a remote that is not there',
    () => {},
    { remote: 'orign' },
    /^there is no remote "orign": choose with --remote origin$/,
  ],
  ['a remote that is an option', () => {}, { remote: '--upload-pack=x' }, /^there is no remote/],
  [
    'no remote',
    () => git('remote', 'remove', 'origin'),
    {},
    /^this repository has no remote: git remote add origin/,
  ],
  [
    'a remote that leads nowhere',
    () => git('remote', 'set-url', 'origin', '/nowhere.git'),
    {},
    /^origin: there is no repository at this address/,
  ],
  [
    'the branch of the project',
    () => {},
    { branch: 'trunk' },
    /^trunk: this branch holds the project itself/,
  ],
  [
    'the main branch there, when another is checked out',
    () => git('checkout', '--quiet', '-b', 'draft'),
    { branch: 'trunk' },
    /^trunk: this branch holds/,
  ],
  ['a branch without a name', () => {}, { branch: 'a b' }, /^"a b" is no name of a branch/],
  [
    'no repository',
    () => rmSync(join(root, '.git'), { recursive: true }),
    {},
    /^this folder is no git repository/,
  ],
  [
    'an address that Pages cannot have',
    () => {},
    { address: 'http://localhost:8080/' },
    /is no address that Pages can have/,
  ],
  [
    'a remote that takes nothing',
    () => put(join(bare, 'hooks/pre-receive'), '#!/bin/sh\nexit 1\n'),
    {},
    /^origin: the code host took nothing/,
  ],
])('%s is told', async (what, arrange, options, message) => {
  arrange()
  if (what.startsWith('a remote that takes')) execFileSync('chmod', ['+x', join(bare, 'hooks/pre-receive')])
  await expect(publish(options)).rejects.toThrow(message)
  expect(readdirSync(join(bare, 'refs/heads'))).toEqual(['trunk'])
})

test('where git is missing', async () => {
  const path = process.env.PATH
  process.env.PATH = '/nowhere'
  try {
    await expect(publish()).rejects.toThrow(/^git is not installed here/)
  } finally {
    process.env.PATH = path
  }
})

// biome-ignore format: a table
test.each([
  ['remote: Permission to a/b.git denied to c.\nfatal: unable to access \'https://github.com/a/b.git/\': The requested URL returned error: 403', /you have no right to write there/],
  ["fatal: could not read Username for 'https://github.com': terminal prompts disabled", /you have no right to write there/],
  ['git@github.com: Permission denied (publickey).\nfatal: Could not read from remote repository.', /you have no right to write there/],
  ['remote: Repository not found.\nfatal: repository not found', /there is no repository at this address/],
  ["fatal: unable to access 'https://github.com/a/b/': Could not resolve host: github.com", /cannot be reached/],
  ['fatal: the remote end hung up unexpectedly', /cannot be reached/],
  ['remote: error: GH006: Protected branch update failed for refs/heads/gh-pages.', /the branch is protected there/],
  ["fatal: something about https://me:ghp_s3cret@github.com/a/b", /^origin: git said "fatal: something about https:\/\/github\.com\/a\/b"/],
])('git says %j', (said, message) => {
  expect(gitProblem(said, 'origin').message).toMatch(message)
})

test.each([
  ['https://archive.example.org/', 'archive.example.org'],
  ['https://example.org/archive/', undefined],
  ['https://someone.github.io/', undefined],
  ['https://someone.github.io/archive/', undefined],
  [undefined, undefined],
])('the domain of %s is %s', (address, domain) => {
  expect(ownDomain(address)).toBe(domain)
  expect(pagesFiles(address).some(({ path }) => path === 'CNAME')).toBe(domain !== undefined)
})

test.each([
  ['git@github.com:Someone/archive.git', 'https://someone.github.io/archive/'],
  ['https://github.com/someone/someone.github.io', 'https://someone.github.io/'],
  ['https://gitlab.com/someone/archive.git', undefined],
])('%s is shown at %s', (remote, address) => {
  expect(guessAddress(remote)).toBe(address)
})
