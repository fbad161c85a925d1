import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { runIn, scratch } from './command.ts'

const sample = 'sample: yes\nhashtags: "#lgovsm"\nhosts: lgovsm_sample\nfirst: 2010-12-03\n'
const own = 'hashtags: "#lgovsm"\nfirst: 2010-12-03\nskip: { 2010-12-24: Christmas Eve }\n'

let remove = () => {}
afterEach(() => remove())

function rootWith(files: Readonly<Record<string, string>>): string {
  const made = scratch(files)
  remove = made.remove
  return made.root
}

test('with no argument every session of the sample is saved; again changes nothing', async () => {
  const root = rootWith({ 'content/lgovsm/chat.yaml': sample })
  const first = await runIn(root, 'fetch')
  expect(first).toMatchObject({ code: 0, err: '' })
  expect(first.out).toMatch(/^2010-12-03: .* files written .*^2010-12-10: .*^2010-12-17: /ms)
  const again = await runIn(root, 'fetch')
  expect(again.out.match(/nothing new/g)).toHaveLength(3)
})

test('a dry run says what would be written and writes nothing', async () => {
  const root = rootWith({ 'content/lgovsm/chat.yaml': sample })
  const { code, out } = await runIn(root, 'fetch', '2010-12-17', '--dry-run')
  expect(code).toBe(0)
  expect(out).toMatch(/files would be written/)
  expect(readdirSync(join(root, 'content/lgovsm'))).toEqual(['chat.yaml'])
})

test('an hour without posts writes nothing and says so', async () => {
  const root = rootWith({ 'content/quiet/chat.yaml': sample.replace('#lgovsm', '#nobodysaysthis') })
  const { code, out } = await runIn(root, 'fetch', '2010-12-17')
  expect(code).toBe(0)
  expect(out).toContain('nobody posted with #nobodysaysthis')
  expect(readdirSync(join(root, 'content/quiet'))).toEqual(['chat.yaml'])
})

const answer = (id: string, text: string) =>
  JSON.stringify({
    data: [{ id, text, author_id: '7', created_at: '2010-12-17T13:02:11.000Z' }],
    includes: { users: [{ id: '7', username: 'sam', name: 'Sam' }] },
  })

// biome-ignore format: a table
const refused: [what: string, files: Record<string, string>, args: string[], message: RegExp][] = [
  ['a date that is no session', {}, ['2010-12-18'], /^2010-12-18: #lgovsm has no session on this date: the nearest are 2010-12-17 and 2010-12-31/],
  ['a date that was skipped', {}, ['2010-12-24'], /^2010-12-24: this session was skipped \(Christmas Eve\)/],
  ['a date that is none', {}, ['2010-02-30'], /2010-02-30/],
  ['no token', {}, ['2010-12-17'], /X_BEARER_TOKEN is missing: put it into \.env/],
  ['a chat that does not exist', {}, ['--chat', 'lgovsn'], /there is no chat "lgovsn": did you mean lgovsm/],
  ['a reserved name', { 'content/search/chat.yaml': own }, ['--chat', 'search'], /content\/search: "search" is an address that the site needs/],
  ['YAML with a tab', { 'content/lgovsm/chat.yaml': 'skip:\n\t- 2010-12-24\n' }, ['2010-12-17'], /content\/lgovsm\/chat\.yaml:2: a tab/],
  ['a time zone that does not exist', { 'content/lgovsm/chat.yaml': 'zone: Europe/Londn\n' }, ['2010-12-17'], /content\/lgovsm\/chat\.yaml:1: zone: .*Europe\/London/],
  ['a page of JSON cut in half', { 'in.json': answer('15753629205807104', 'Hello #lgovsm').slice(0, 90) }, ['--from', 'in.json'], /in\.json:?.*cut/],
  ['two posts with one id', { 'in.jsonl': `${answer('15753629205807104', 'One #lgovsm')}\n${answer('15753629205807104', 'Two #lgovsm')}` }, ['--from', 'in.jsonl'], /15753629205807104/],
  ['an empty file', { 'in.json': '' }, ['--from', 'in.json'], /in\.json/],
  ['a file that is not there', {}, ['--from', 'nowhere.json'], /nowhere\.json/],
  ['posts from no session', { 'in.json': answer('15753629205807104', 'Hello').replace('12-17', '12-18') }, ['--from', 'in.json'], /in\.json: none of its posts was said during a session/],
  ['an unknown option', {}, ['--dryrun'], /did you mean --dry-run/],
]

test.each(refused)('%s is refused in one line', async (_what, files, args, message) => {
  const root = rootWith({ 'content/lgovsm/chat.yaml': own, ...files })
  const before = readdirSync(root, { recursive: true })
  const { code, err } = await runIn(root, 'fetch', ...args)
  expect(err.trimEnd().split('\n')).toHaveLength(1)
  expect(err).toMatch(message)
  expect(code).toBe(1)
  expect(readdirSync(root, { recursive: true })).toEqual(before)
})

test('an empty answer is no error', async () => {
  const root = rootWith({ 'content/lgovsm/chat.yaml': own, 'in.json': '{"meta":{"result_count":0}}' })
  const { code, out } = await runIn(root, 'fetch', '--from', 'in.json')
  expect(code).toBe(0)
  expect(out).toContain('there are no posts in it: nothing was written')
})

test('what a run that died had decided to write is finished', async () => {
  const root = rootWith({
    'content/lgovsm/chat.yaml': sample,
    '.cache/writing/lgovsm-2010-12-17/plan.json':
      '[{"path":"content/lgovsm/2010-12-17/q9.md","staged":"0.new"}]',
    '.cache/writing/lgovsm-2010-12-17/0.new': '---\nquestion: Saved?\n---\n',
  })
  expect((await runIn(root, 'build')).err).toContain('npm run fetch finishes its work')
  await runIn(root, 'fetch', '--dry-run')
  expect(existsSync(join(root, 'content/lgovsm/2010-12-17/q9.md'))).toBe(true)
  expect(existsSync(join(root, '.cache/writing/lgovsm-2010-12-17'))).toBe(false)
})

test.skipIf(process.getuid?.() === 0)('a folder without the right to read is named', async () => {
  const root = rootWith({ 'content/lgovsm/chat.yaml': own })
  writeFileSync(join(root, 'closed'), '', { mode: 0 })
  expect((await runIn(root, 'fetch', '--from', 'closed')).err).toContain('closed')
})
