import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addContribution } from '../../scripts/content/add-contribution.ts'
import { readFolder } from '../../scripts/content/read-session.ts'
import { requireTimes } from '../../scripts/fetching/require-times.ts'
import { saveSession } from '../../scripts/fetching/save-session.ts'
import { eyeLines } from '../../scripts/friday/host-eye.ts'
import type { Post } from '../../scripts/model/post.ts'
import { relayLine } from '../../scripts/model/relay-line.ts'
import { askedPosts } from '../../scripts/removing/asked-posts.ts'
import { remove } from '../../scripts/removing/remove.ts'
import { openSession } from '../../scripts/reviewing/open-session.ts'
import { segmentsTable } from '../../scripts/reviewing/segments-table.ts'
import { chat, post, sentIn } from '../builders.ts'

const lgovsm = chat({ hosts: ['host'] })
const date = '2010-12-17'
const folder = `content/lgovsm/${date}`

const fetched = [
  post({ at: '13:00:05', by: 'host', text: 'Q1 What works? #lgovsm' }),
  post({ at: '13:04:00', by: 'ann', text: 'A1 Plain words #lgovsm' }),
  post({ at: '13:20:05', by: 'host', text: 'Q2 What fails? #lgovsm' }),
  post({ at: '13:24:00', by: 'cat', text: 'A2 Press releases #lgovsm' }),
]
const answer = sentIn({
  at: '13:22:11',
  name: 'Gwen Parry',
  text: 'A1 @ann *Libraries*, said no @host.\n\nQ3 too.',
})

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'contribution-'))
  mkdirSync(join(root, 'content/lgovsm'), { recursive: true })
})
afterEach(() => rmSync(root, { recursive: true }))

const read = (name: string) => readFileSync(join(root, folder, name), 'utf8')
const write = (name: string, text: string) => {
  mkdirSync(join(root, folder), { recursive: true })
  writeFileSync(join(root, folder, name), text)
}
const files = () => readdirSync(join(root, folder)).map((name) => [name, read(name)])
const add = (key: string, item: Post = answer, on = date) =>
  addContribution({ root, chat: lgovsm, date: on, key, post: item })

function fetch(posts: readonly Post[]) {
  const times = requireTimes(lgovsm, date)
  const readTo = '2010-12-17T14:00:00Z'
  return saveSession({ root, chat: lgovsm, times, posts, readTo, adopt: false, dryRun: false })
}

/** `q2 132211 host`: where it stands, its address, and why. */
function placeOf({ id }: Post): string {
  for (const { key, posts } of readFolder(root, lgovsm, date).session.segments) {
    const found = posts.find((filed) => filed.post.id === id)
    if (found) return `${key} ${found.anchor} ${found.why}`
  }
  return 'gone'
}

describe('an answer that was accepted', () => {
  test('stands in the question’s file as an ordinary block, without a link', () => {
    fetch(fetched)
    expect(add('q2')).toBe(true)
    expect(read('q2.md')).toContain(`
### Gwen Parry · 13:22:11
<!-- id=email:ab12cd34 at=2010-12-17T13:22:11Z why=host -->

A1 @ann \\*Libraries\\*, said no @host.\\
\\
Q3 too.

### `)
    expect(placeOf(answer)).toBe('q2 132211 host')
  })

  test('reads back as the same post', () => {
    fetch(fetched)
    add('q2')
    const q2 = readFolder(root, lgovsm, date).session.segments.find(({ key }) => key === 'q2')
    expect(q2?.posts.map((filed) => filed.post)).toContainEqual(answer)
  })

  test('changes nothing else in the session', () => {
    fetch(fetched)
    const before = new Map(files().map(([name = '', text = '']) => [name, text]))
    add('q2')
    const changed = files().flatMap(([name = '', text]) => (before.get(name) === text ? [] : [name]))
    expect(changed).toEqual(['ledger.json', 'q2.md'])
    expect(read('q2.md').replace(/### Gwen[\s\S]*?too\.\n\n/, '')).toBe(before.get('q2.md'))
  })

  test('is left alone by every fetch: it is in no answer of the network', () => {
    fetch(fetched)
    add('q2')
    const after = files()
    const saved = fetch(fetched)
    expect(saved?.report).toEqual({ added: [], updated: [], disputed: [], deleted: [], moved: [] })
    expect(files()).toEqual(after)
  })

  test('is never added twice', () => {
    fetch(fetched)
    add('q2')
    const after = files()
    expect(add('q2')).toBe(false)
    expect(add('q1')).toBe(false)
    expect(files()).toEqual(after)
  })

  test('stays out where the host deleted it again', () => {
    fetch(fetched)
    add('q2')
    write('q2.md', read('q2.md').replace(/### Gwen[\s\S]*?too\.\n\n/, ''))
    fetch(fetched)
    expect(add('q2')).toBe(false)
    expect(placeOf(answer)).toBe('gone')
  })

  test.each([
    ['moves it with q=', () => write('q2.md', read('q2.md').replace('Z why=host', 'Z q=1 why=host')), 'q1'],
    ['hides it', () => write('q2.md', read('q2.md').replace('Z why=host', 'Z why=host hide')), 'q2'],
    [
      'has read the session over',
      () => write('index.md', read('index.md').replace('checked: no', 'checked: yes')),
      'q2',
    ],
  ])('stays as it was left where the host %s', (_, host, key) => {
    fetch(fetched)
    add('q2')
    host()
    fetch([...fetched, post({ at: '13:30:00', by: 'dan', text: 'A2 Late #lgovsm' })])
    expect(placeOf(answer)).toBe(`${key} 132211 host`)
  })

  test('keeps the host’s edits of the other posts', () => {
    fetch(fetched)
    write('q2.md', `${read('q2.md').replace('Press releases', 'Press cuttings')}\nA note of mine.\n`)
    add('q2')
    expect(read('q2.md')).toContain('Press cuttings')
    expect(read('q2.md')).toContain('A note of mine.')
  })

  test('moves no other post, whatever it says and whomever it names', () => {
    fetch(fetched)
    const places = fetched.map(placeOf)
    add('q1', sentIn({ at: '13:22:30', text: 'Q2 Is this a question? @cat' }))
    expect(fetched.map(placeOf)).toEqual(places)
    fetch(fetched)
    expect(fetched.map(placeOf)).toEqual(places)
    expect(read('q2.md')).toContain('question: What fails?')
  })

  test('asks nothing of the host’s eye, and stands in the table of segments', () => {
    fetch(fetched)
    const before = eyeLines(root, lgovsm, date).map(({ text }) => text.replace(/:\d+:/, ':'))
    add('q2')
    expect(eyeLines(root, lgovsm, date).map(({ text }) => text.replace(/:\d+:/, ':'))).toEqual(before)
    expect(segmentsTable(openSession(root, lgovsm, date)).join('\n')).toMatch(/13:22:11.*Gwen Parry.*/)
  })

  test('is not asked for on X', () => {
    fetch(fetched)
    add('q2')
    const asked = askedPosts(readFolder(root, lgovsm, date).session)
    expect([...asked.keys()].sort()).toEqual(fetched.map(({ id }) => id).sort())
  })
})

describe('what the host passed on during the chat', () => {
  const line = relayLine({ post: answer, key: 'q2' }, lgovsm)
  const relay = post({ at: '13:25:00', by: 'host', text: line })

  test('is found when it is fetched, and noted in the comment of the answer', () => {
    add('q2')
    fetch([...fetched, relay])
    expect(read('q2.md')).toContain(`why=host relay=${relay.id} -->`)
    expect(placeOf(relay)).toBe('q2 132500 label')
  })

  test('is found when the answer is accepted later', () => {
    fetch([...fetched, relay])
    add('q2')
    expect(read('q2.md')).toContain(`why=host relay=${relay.id} -->`)
  })

  test('stays none where the host writes so', () => {
    fetch([...fetched, relay])
    add('q2')
    write('q2.md', read('q2.md').replace(`relay=${relay.id}`, 'relay=none'))
    const after = files()
    fetch([...fetched, relay])
    expect(files()).toEqual(after)
  })

  test.each([answer.id, 'name: gwen parry', 'lgovsm/2010-12-17/#132211'])(
    'goes with the answer when that is removed: %s',
    (target) => {
      fetch([...fetched, relay])
      add('q2')
      writeFileSync(join(root, 'content/lgovsm/chat.yaml'), 'hashtags: "#lgovsm"\n')
      remove({ root, target, secret: undefined, dryRun: false })
      expect(read('q2.md')).not.toContain('Libraries')
      fetch([...fetched, relay])
      expect(read('q2.md')).not.toContain('Libraries')
    },
  )
})

test('a name that nobody gave is nobody’s', () => {
  writeFileSync(join(root, 'content/lgovsm/chat.yaml'), 'hashtags: "#lgovsm"\n')
  add('q1')
  const run = () => remove({ root, target: 'name:Gwen', secret: undefined, dryRun: false })
  expect(run).toThrow('Gwen: nothing was sent in with this name')
})

describe('a session that nobody fetched yet', () => {
  test('with a plan alone keeps the plan, and the fetch that follows finds its place', () => {
    const plan = '---\ntitle: ""\nchecked: no\nquestions:\n  - What works?\n  - What fails?\n---\nMine.\n'
    write('index.md', plan)
    expect(add('q2', sentIn({ at: '2010-12-16T09:00:00Z' }))).toBe(true)
    expect(read('index.md')).toBe(plan)
    expect(read('q2.md')).toMatch(/^---\nquestion: What fails\?\nstart: 2010-12-17T13:30:00Z\n/)
    fetch(fetched)
    expect(read('q2.md')).toMatch(/^---\nquestion: What fails\?\nstart: 2010-12-17T13:20:05Z\n/)
    expect(placeOf(answer)).toBe('q2 090000 host')
    expect(read('index.md')).toContain('Mine.')
  })

  test('and has no folder gets one', () => {
    add('q1')
    expect(placeOf(answer)).toBe('q1 132211 host')
    expect(read('index.md')).toContain('checked: no')
    expect(read('index.md')).not.toContain('read_to')
  })
})

describe('nothing is written', () => {
  test.each<[string, string, () => unknown]>([
    [
      '2010-12-18: #lgovsm has no session on this date',
      'a day without a chat',
      () => add('q1', answer, '2010-12-18'),
    ],
    [
      'there is no q7 in this session: choose one of before, q1, q2, q3, after',
      'no such question',
      () => add('q7'),
    ],
    ['there is no outside in this session', 'outside', () => add('outside')],
    ['it says #offtherecord', 'off the record', () => add('q1', sentIn({ text: 'No #offtherecord' }))],
  ])('and a sentence says why: %s', (says, _, work) => {
    expect(work).toThrow(says)
    expect(existsSync(join(root, folder))).toBe(false)
  })

  test.each<[string, () => void, string]>([
    [
      'a torn comment',
      () => write('q1.md', read('q1.md').replace('-->', '')),
      'q1.md:8: the comment is torn',
    ],
    ['no ledger', () => rmSync(join(root, folder, 'ledger.json')), 'ledger.json:1: it is missing'],
  ])('over a folder with %s', (_, spoil, says) => {
    fetch(fetched)
    spoil()
    const before = files()
    expect(() => add('q2')).toThrow(says)
    expect(files()).toEqual(before)
  })
})
