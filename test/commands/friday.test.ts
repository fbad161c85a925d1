import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { runIn, scratch } from './command.ts'

const sample = 'sample: yes\nhashtags: "#lgovsm"\nhosts: lgovsm_sample\nfirst: 2010-12-03\n'
const site = 'address: https://example.org/archive/\npublish: folder ../public\n'

let root = ''
let remove = () => {}
beforeAll(() => {
  const made = scratch({ 'project/content/lgovsm/chat.yaml': sample, 'project/content/site.yaml': site })
  root = join(made.root, 'project')
  remove = made.remove
})
afterAll(() => remove())

let removeOther = () => {}
afterEach(() => {
  removeOther()
  removeOther = () => {}
})

test('a dry run writes no content and publishes nothing', { timeout: 120_000 }, async () => {
  const { code, err, out } = await runIn(root, 'friday', '--dry-run')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toMatch(/files would be written/)
  expect(out).toMatch(/\.\.\/public: would be \d+ new/)
  expect(readdirSync(join(root, 'content/lgovsm'))).toEqual(['chat.yaml'])
  expect(existsSync(join(root, '../public'))).toBe(false)
})

test('one command fetches, builds, checks and publishes, and ends with what is left to do', {
  timeout: 120_000,
}, async () => {
  const { code, err, out } = await runIn(root, 'friday')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toMatch(
    /^2010-12-17: 72 posts .*^dist\/: \d+ pages of 3 sessions.*^dist\/: \d+ pages checked.*^\.\.\/public: \d+ new/ms,
  )
  expect(out).toMatch(/^ {2}content\/lgovsm\/2010-12-17\/index\.md:\d+: checked: no/m)
  expect(out).toContain(`
Once you have read it over, to paste into a post:
  #lgovsm, 17 December 2010
  Q1 Every payment over £500`)
  expect(
    out.endsWith(`
  72 posts by 15 people
  https://example.org/archive/lgovsm/2010-12-17/
  Next: Friday 24 December 2010, 1pm GMT

Next: Friday 24 December 2010, 1pm GMT
`),
  ).toBe(true)
  expect(statSync(join(root, '../public/lgovsm/2010-12-17/index.html')).isFile()).toBe(true)
})

test('again, nothing changes', { timeout: 120_000 }, async () => {
  const { code, out } = await runIn(root, 'friday')
  expect(code).toBe(0)
  expect(out.match(/nothing new/g)).toHaveLength(3)
  expect(out).toMatch(/^\.\.\/public: \d+ files, all as they were$/m)
})

test('every step can be left out', { timeout: 120_000 }, async () => {
  const skips = ['--no-fetch', '--no-recheck', '--no-build', '--no-publish']
  const { code, err, out } = await runIn(root, 'friday', ...skips)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).not.toMatch(/Reading|sessions, |public:/)
  expect(out).toMatch(/^dist\/: \d+ pages checked, nothing is wrong/)
})

test('a fault stops the publishing, names file and line, and leaves what is public', {
  timeout: 120_000,
}, async () => {
  const page = join(root, 'dist/index.html')
  const before = readFileSync(join(root, '../public/index.html'), 'utf8')
  writeFileSync(
    page,
    readFileSync(page, 'utf8').replace('<footer>', '<a href=gone.html>x</a>\n<script>1</script><footer>'),
  )
  for (const command of [
    ['friday', '--no-fetch', '--no-build'],
    ['publish'],
    ['publish', 'folder', '../public'],
    ['check'],
  ]) {
    const { code, err } = await runIn(root, ...(command as [string, ...string[]]))
    expect(code).toBe(1)
    expect(err).toMatch(
      /^dist\/index\.html:\d+: "gone\.html" leads to gone\.html, and there is no such file\ndist\/index\.html:\d+: <script> stands/,
    )
    expect(err).toMatch(
      /dist\/: 2 things must be put right first .*: nothing was published, and what is public stays as it is\n$/,
    )
  }
  expect(readFileSync(join(root, '../public/index.html'), 'utf8')).toBe(before)
})

function own(files: Readonly<Record<string, string>>): string {
  const made = scratch(files)
  removeOther = made.remove
  return made.root
}

const later = 'hashtags: "#lgovsm"\nweekday: Friday\ntime: 13:00\nfirst: 2099-01-02\n'

test('where nothing is due it says when the next chat is, without a token', async () => {
  const { code, err, out } = await runIn(own({ 'content/lgovsm/chat.yaml': later }), 'friday')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toMatch(/^Not published: say where in content\/site\.yaml/m)
  expect(out).toMatch(/^#lgovsm: Next: Friday 2 January 2099, 1pm GMT$/m)
})

const block = (time: string, id: string) => `### [@sam](<https://x.com/sam/status/${id}>) Sam · ${time}
<!-- id=${id} at=2010-12-17T${time}Z user=7 why=clock -->

Words
`

test('a chat of few posts stays a draft where nobody can be asked', { timeout: 60_000 }, async () => {
  const folder = own({ 'content/lgovsm/chat.yaml': sample.replace('lgovsm_sample', 'nobody') })
  const { code, out } = await runIn(folder, 'friday', '2010-12-17')
  expect(code).toBe(0)
  expect(out).toContain(
    '#lgovsm of 2010-12-17: no host said anything in it. It stays a draft, marked as such',
  )
})

// biome-ignore format: a table
test.each<[what: string, files: Record<string, string>, args: string[], message: RegExp]>([
  ['no token', { 'content/lgovsm/chat.yaml': later.replace('2099-01-02', '2010-12-03'), 'content/lgovsm/2010-12-17/q1.md': block('13:03:14', '15753883650521088') }, ['2010-12-17'], /^X_BEARER_TOKEN is missing/],
  ['no chat', {}, [], /^content\/: there is no chat yet/],
  ['no site', { 'content/lgovsm/chat.yaml': later }, ['--no-build'], /^dist\/: there is no site yet: npm run build makes it/],
  ['a place that is none', { 'content/site.yaml': 'publish: gh-pages\n', 'content/lgovsm/chat.yaml': later }, [], /^content\/site\.yaml:1: publish: .* write pages, folder and a path/],
])('%s is told in one line', async (_, files, args, message) => {
  const { code, err } = await runIn(own(files), 'friday', ...args)
  expect(err).toMatch(message)
  expect(err.trimEnd().split('\n')).toHaveLength(1)
  expect(code).toBe(1)
})
