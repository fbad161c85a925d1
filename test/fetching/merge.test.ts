import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readSession } from '../../scripts/content/read-session.ts'
import { requireTimes } from '../../scripts/fetching/require-times.ts'
import { type Saved, saveSession } from '../../scripts/fetching/save-session.ts'
import type { Post } from '../../scripts/model/post.ts'
import { chat, post } from '../builders.ts'

/** A host's edits of the files of a session against changes on the network. */

const lgovsm = chat({ hosts: ['host'] })
const folder = 'content/lgovsm/2010-12-17'

const q1 = post({ at: '13:00:05', by: 'host', text: 'Q1 What works? #lgovsm' })
const early = post({ at: '13:04:00', by: 'ann', text: 'A1 Plain words #lgovsm' })
const other = post({ at: '13:05:00', by: 'ben', text: 'A1 Pictures of snow #lgovsm' })
const q2 = post({ at: '13:20:05', by: 'host', text: 'Q2 What fails? #lgovsm' })
const late = post({ at: '13:24:00', by: 'cat', text: 'A2 Press releases #lgovsm' })
const q3 = post({ at: '13:40:05', by: 'host', text: 'Q3 What next? #lgovsm' })
const base = [q1, early, other, q2, late, q3]

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'merge-'))
  mkdirSync(join(root, 'content/lgovsm'), { recursive: true })
})
afterEach(() => rmSync(root, { recursive: true }))

const read = (name: string) => readFileSync(join(root, folder, name), 'utf8')
const write = (name: string, text: string) => writeFileSync(join(root, folder, name), text)
const edit = (name: string, from: string | RegExp, to: string) => {
  expect(read(name)).toMatch(from)
  write(name, read(name).replace(from, to))
}
const files = () => readdirSync(join(root, folder)).map((name) => [name, read(name)])

function save(posts: readonly Post[], options: { adopt?: boolean } = {}): Saved {
  const times = requireTimes(lgovsm, '2010-12-17')
  const readTo = '2010-12-17T14:00:00Z'
  const saved = saveSession({
    root,
    chat: lgovsm,
    times,
    posts,
    readTo,
    adopt: options.adopt ?? false,
    dryRun: false,
  })
  if (!saved) throw new Error('nothing was saved')
  return saved
}

/** Where a post stands now and what it says: `q1: A1 Plain words #lgovsm`. */
function placeOf(id: string): string {
  for (const { key, posts } of readSession(root, lgovsm, '2010-12-17').segments) {
    const filed = posts.find((one) => one.post.id === id)
    if (filed)
      return `${key}: ${filed.hidden ? '(hidden) ' : ''}${filed.post.text.join('')}${filed.note && ` | ${filed.note}`}`
  }
  return 'gone'
}

/** Cuts a post's block out of a file and returns it. */
function cut(name: string, { id }: Post): string {
  const blocks = read(name).split(/(?=^### )/m)
  write(name, blocks.filter((block) => !block.includes(`id=${id} `)).join(''))
  return blocks.find((block) => block.includes(`id=${id} `)) ?? ''
}

const changed = { ...early, text: ['A1 Plainer words #lgovsm'], versions: [early.id, `${early.id}9`] }
const without = (gone: Post) => base.filter((one) => one !== gone)

// biome-ignore format: a table
const cases: [edit: string, network: string, host: () => void, upstream: Post[], outcome: string][] = [
  ['nothing', 'nothing', () => {}, base, 'q1: A1 Plain words #lgovsm'],
  ['nothing', 'edited', () => {}, [changed, ...without(early)], 'q1: A1 Plainer words #lgovsm'],
  ['nothing', 'no longer found', () => {}, without(early), 'q1: A1 Plain words #lgovsm'],
  ['edits the text', 'nothing', () => edit('q1.md', 'Plain words', 'Simple words'), base, 'q1: A1 Simple words #lgovsm'],
  ['edits the text', 'edited', () => edit('q1.md', 'Plain words', 'Simple words'), [changed, ...without(early)], 'q1: A1 Simple words #lgovsm'],
  ['fixes the name', 'edited', () => edit('q1.md', ') ann ·', ') Ann ·'), [changed, ...without(early)], 'q1: A1 Plainer words #lgovsm'],
  ['deletes it', 'nothing', () => cut('q1.md', early), base, 'gone'],
  ['deletes it', 'edited', () => cut('q1.md', early), [changed, ...without(early)], 'gone'],
  ['writes q=2', 'nothing', () => edit('q1.md', `id=${early.id}`, `id=${early.id} q=2`), base, 'q2: A1 Plain words #lgovsm'],
  ['writes q=2', 'edited', () => edit('q1.md', `id=${early.id}`, `id=${early.id} q=2`), [changed, ...without(early)], 'q2: A1 Plainer words #lgovsm'],
  ['writes hide', 'edited', () => edit('q1.md', `id=${early.id}`, `id=${early.id} hide`), [changed, ...without(early)], 'q1: (hidden) A1 Plainer words #lgovsm'],
  ['adds a note', 'edited', () => edit('q1.md', 'Plain words #lgovsm', 'Plain words #lgovsm\n\nHear, hear.'), [changed, ...without(early)], 'q1: A1 Plainer words #lgovsm | Hear, hear.'],
  ['moves the block', 'nothing', () => write('q2.md', read('q2.md') + cut('q1.md', early)), base, 'q2: A1 Plain words #lgovsm'],
  ['moves the block', 'edited', () => write('q2.md', read('q2.md') + cut('q1.md', early)), [changed, ...without(early)], 'q2: A1 Plainer words #lgovsm'],
  ['moves the block to a lane', 'nothing', () => write('after.md', cut('q1.md', early)), base, 'after: A1 Plain words #lgovsm'],
  ['saves with Windows line endings', 'edited', () => write('q1.md', read('q1.md').replaceAll('\n', '\r\n')), [changed, ...without(early)], 'q1: A1 Plainer words #lgovsm'],
]

test.each(cases)('host %s, network %s', (_edit, _network, host, upstream, outcome) => {
  save(base)
  host()
  save(upstream)
  expect(placeOf(early.id)).toBe(outcome)
  const once = files()
  expect(save(upstream).changes, 'fetching again changes nothing').toEqual([])
  expect(files()).toEqual(once)
  expect(placeOf(other.id), 'nobody else is touched').toBe('q1: A1 Pictures of snow #lgovsm')
})

describe('a move in two commits', () => {
  test.each(['fetched between', 'not fetched between'])('deleted first, pasted second, %s', (when) => {
    save(base)
    const block = cut('q1.md', early)
    if (when === 'fetched between') {
      save(base)
      expect(placeOf(early.id)).toBe('gone')
    }
    write('q2.md', read('q2.md') + block)
    save([changed, ...without(early)])
    expect(placeOf(early.id)).toMatch(/^q2: /)
  })

  test.each(['fetched between', 'not fetched between'])('pasted first, deleted second, %s', (when) => {
    save(base)
    const block =
      read('q1.md')
        .split(/(?=^### )/m)
        .find((part) => part.includes(early.id)) ?? ''
    write('q2.md', read('q2.md') + block)
    expect(placeOf(early.id), 'the page is right at once').toMatch(/^q2: /)
    if (when === 'fetched between') {
      const { notices } = save(base)
      expect(notices.join()).toContain('q1.md:')
      expect(read('q1.md')).not.toContain(early.id)
    }
    if (when !== 'fetched between') cut('q1.md', early)
    save(base)
    expect(placeOf(early.id)).toBe('q2: A1 Plain words #lgovsm')
  })
})

test('a question edited by the host stays, another one edited upstream is taken', () => {
  save(base)
  edit('q1.md', 'question: What works?', 'question: What works best?')
  save([q1, early, other, { ...q2, text: ['Q2 What went wrong? #lgovsm'] }, late, q3])
  const questions = readSession(root, lgovsm, '2010-12-17').segments.map(({ question }) => question)
  expect(questions).toEqual(['What works best?', 'What went wrong?', 'What next?'])
})

test('addresses of posts are given once', () => {
  save(base)
  const before = readSession(root, lgovsm, '2010-12-17').segments.flatMap(({ posts }) =>
    posts.map(({ anchor }) => anchor),
  )
  const twin = post({ id: '15000000000001234', at: early.at, by: 'dan', text: 'A1 Me first #lgovsm' })
  save([twin, ...base])
  const anchors = readSession(root, lgovsm, '2010-12-17').segments.flatMap(({ posts }) =>
    posts.map(({ anchor }) => anchor),
  )
  expect(anchors).toEqual(expect.arrayContaining([...before, '130400-1234']))
})

test('a session that was read over keeps every post where it stands', () => {
  save([q1, early, late])
  expect(placeOf(late.id)).toMatch(/^q1|^q2/)
  const place = placeOf(late.id)
  edit('index.md', 'checked: no', 'checked: yes')
  save(base)
  expect(placeOf(late.id)).toBe(place)
  expect(placeOf(other.id)).toMatch(/^q1: /)
})

// biome-ignore format: a table
const refused: [what: string, host: () => void, message: RegExp][] = [
  ['a torn comment', () => edit('q1.md', `id=${early.id}`, 'id='), /q1\.md:\d+: a post needs an id/],
  ['a comment without its end', () => edit('q1.md', /-->\n\nA1 Plain/, '\n\nA1 Plain'), /q1\.md:\d+: the comment is torn/],
  ['an unknown word', () => edit('q1.md', `id=${early.id}`, `id=${early.id} hidden`), /q1\.md:\d+: "hidden" means nothing here/],
  ['a question that does not exist', () => edit('q1.md', `id=${early.id}`, `id=${early.id} q=7`), /q1\.md:\d+: q=7: there is no such question; write one of 1, 2, 3/],
  ['a file that does not belong', () => write('q2 (1).md', ''), /q2 \(1\)\.md: this is no part of a session/],
  ['one id twice in a file', () => write('q1.md', read('q1.md') + read('q1.md').split(/(?=^###)/m)[1]), /two posts with one id/],
  ['times that overlap', () => edit('q2.md', /start: .*/, 'start: 2010-12-17T13:05:00Z'), /q2\.md:\d+: q2 begins before q1 ends/],
  ['a tab in the front matter', () => edit('q1.md', 'question:', 'a:\n\tb: c\nquestion:'), /q1\.md:\d+: a tab/],
  ['a merge left unsettled', () => write('q1.md', `<<<<<<< HEAD\n${read('q1.md')}`), /q1\.md:1: two versions/],
  ['no ledger', () => rmSync(join(root, folder, 'ledger.json')), /ledger\.json:1: it is missing.*--adopt/],
  ['a cut ledger', () => write('ledger.json', read('ledger.json').slice(0, 200)), /ledger\.json:\d+: .*--adopt/],
  ['the ledger of another session', () => write('ledger.json', read('ledger.json').replace(/"\d{10,}"/g, '"1$&').replaceAll('"1"', '"1')), /ledger\.json:1: it belongs to another session.*--adopt/],
  ['an index that cannot be read', () => edit('index.md', 'checked: no', 'checked: perhaps'), /index\.md:\d+: "checked" must be yes or no/],
]

test.each(refused)('%s is refused, and nothing is changed', (_what, host, message) => {
  save(base)
  host()
  const before = files()
  expect(() => save([changed, ...without(early)])).toThrow(message)
  expect(files()).toEqual(before)
})

test('with --adopt the files count as they stand', () => {
  save(base)
  edit('q1.md', 'Plain words', 'Simple words')
  cut('q1.md', other)
  rmSync(join(root, folder, 'ledger.json'))
  save(base, { adopt: true })
  expect(placeOf(early.id)).toBe('q1: A1 Plain words #lgovsm')
  expect(placeOf(other.id)).toBe('q1: A1 Pictures of snow #lgovsm')
})
