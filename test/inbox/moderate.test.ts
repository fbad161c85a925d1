import { statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { arrive } from '../../scripts/inbox/arrive.ts'
import type { Incoming, Item } from '../../scripts/inbox/item.ts'
import { deleteItem, readItems, writeItem } from '../../scripts/inbox/item-files.ts'
import { moderate } from '../../scripts/inbox/moderate.ts'
import { openInbox } from '../../scripts/inbox/run-inbox.ts'
import { incoming, type ScratchInbox, scratchInbox, untilStopped } from './scratch-inbox.ts'
import { scripted } from './scripted.ts'

let box: ScratchInbox
beforeEach(() => {
  box = scratchInbox()
})
afterEach(() => box.remove())

const q2 = 'content/lgovsm/2010-12-17/q2.md'
const now = '2010-12-18T10:00:00Z'

type Walk = { spam?: boolean; edit?: string; now?: string }

async function walk(answers: readonly string[], options: Walk = {}) {
  const { spam = false, edit, now: moment = now } = options
  const script = scripted(answers, (message) => {
    if (edit !== undefined && message.includes('edit.txt')) box.write('.inbox/edit.txt', edit)
  })
  const told: string[] = []
  const tell = (line: string) => void told.push(line)
  await untilStopped(moderate({ root: box.root, prompts: script.prompts, tell, clock: () => moment, spam }))
  return { ...script, told }
}

function put(options: Partial<Incoming> = {}): void {
  arrive(box.root, incoming(options), () => false)
}

function only(): Item {
  const [item, ...more] = readItems(box.root)
  if (!item || more.length > 0) throw new Error(`${more.length + 1} items`)
  return item
}

test('one key accepts: it stands under its question, by its name, and nothing tells who sent it', async () => {
  put({ text: 'Snow maps: https://example.gov.uk/snow' })
  const { told } = await walk(['a'])
  const text = box.read(q2)
  expect(text).toContain('Ann · ')
  expect(text).toMatch(/<!-- id=email:[0-9a-f]{16} at=2010-12-18T09:00:00Z why=host -->/)
  expect(text).toContain('Snow maps: [example.gov.uk/snow](<https://example.gov.uk/snow>)')
  expect(JSON.stringify(box.files('content'))).not.toContain('ann.secret')
  expect(only()).toMatchObject({
    state: 'accepted',
    text: '',
    sender: 'ann.secret@example.org',
    decidedAt: now,
  })
  expect(told.at(-1)).toMatch(/^It stands in content\/lgovsm\/2010-12-17\/q2\.md as email:/)
})

test('the same thing never comes back, whatever became of it', async () => {
  put()
  await walk(['d'])
  expect(arrive(box.root, incoming(), () => false)).toBe('known')
  expect(arrive(box.root, incoming({ sourceIds: ['other', '<1@example.org>'] }), () => false)).toBe('known')
  expect(only().state).toBe('declined')
  expect(box.read(q2)).toBe('')
})

test('what has no place is asked for one', async () => {
  put({ tag: undefined })
  const { labels } = await walk(['w', '2010-12-17', '3', 'a'])
  expect(labels.join('\n')).toContain('3 What next?')
  expect(box.read('content/lgovsm/2010-12-17/q3.md')).toContain('Snow maps.')
})

test('a session is offered, however long ago it was, where the tag names it', async () => {
  put({ tag: { chat: 'lgovsm', date: '2010-12-10', key: undefined, isQuestion: false } })
  const later = '2011-12-18T10:00:00Z'
  const { labels } = await walk(['w', '', '3', 'a'], { now: later })
  expect(labels).toContain('Friday 10 December 2010')
  expect(box.read('content/lgovsm/2010-12-10/q3.md')).toContain('Snow maps.')
})

test.each(['2010-12-16', '2010-11-26'])('a date on which there was none is not: %s', async (date) => {
  put({ tag: { chat: 'lgovsm', date, key: undefined, isQuestion: false } })
  const { labels } = await walk(['w'])
  expect(labels.filter((label) => / \d{4}$/.test(label))).toEqual([
    'Friday 17 December 2010',
    'Friday 10 December 2010',
    'Friday 3 December 2010',
  ])
})

test('what did not come by a way that says so needs its writer’s word', async () => {
  put({ network: 'dm', consent: 'open', sourceIds: ['77'] })
  await walk(['a', 'n'])
  expect(box.read(q2)).toBe('')
  expect(only().state).toBe('waiting')
  expect(only().consentAt).toBeUndefined()
  await walk(['a', 'y'])
  expect(box.read(q2)).toContain('id=dm:')
  expect(only()).toMatchObject({ state: 'accepted', consent: 'asked', consentAt: now })
})

test('what tells how to reach somebody is not shown by mistake', async () => {
  put({ text: 'Call me: 020 7946 0000 or ann.secret@example.org' })
  const { messages, told } = await walk(['a', '', 'q'])
  expect(told.join('\n')).toContain(
    'Look out: this tells how to reach somebody: ann.secret@example.org, 020 7946 0000',
  )
  expect(messages[1]).toMatch(/^Show it with ann\.secret@example\.org, 020 7946 0000\?/)
  expect(box.read(q2)).toBe('')
  await walk(['e', 'y', 'a'], { edit: 'Name to show: Ann B\r\n\r\nCall me.\r\n' })
  expect(box.read(q2)).toMatch(/Ann B · [\s\S]*\n\nCall me\.\n/)
  expect(box.read('.inbox/edit.txt')).toBe('')
})

test('while the chat is on, the host gets a line to pass it on', async () => {
  put({ at: '2010-12-17T13:25:00Z' })
  const script = scripted(['a'])
  const told: string[] = []
  const tell = (line: string) => void told.push(line)
  const clock = () => '2010-12-17T13:30:00Z'
  await moderate({ root: box.root, prompts: script.prompts, tell, clock, spam: false })
  expect(told.slice(-2)).toEqual([
    'The chat is on: to pass it on, send',
    'A2 Ann, by e-mail: Snow maps. #lgovsm',
  ])
})

test('no name is Anonymous', async () => {
  put({ name: '' })
  const { told } = await walk(['a'])
  expect(told.join('\n')).toContain('Name to show: none (Anonymous)')
  expect(box.read(q2)).toContain('Anonymous · ')
})

test('spam is held back until it is asked for', async () => {
  put({ doubts: ['an automatic answer'] })
  expect((await walk([])).messages).toEqual([])
  await walk(['g', 'a'], { spam: true })
  expect(box.read(q2)).toContain('Snow maps.')
})

test('later means later, and quit leaves all as it is', async () => {
  put({ sourceIds: ['1'], text: 'One.' })
  put({ sourceIds: ['2'], text: 'Two.' })
  const { told, messages } = await walk(['l', 'l'])
  expect(messages).toHaveLength(2)
  expect(told).toEqual(expect.arrayContaining(['2 waiting.', '1 waiting.', 'One.', 'Two.']))
  await walk(['q'])
  expect(readItems(box.root).map(({ state }) => state)).toEqual(['waiting', 'waiting'])
})

test('what was removed while the host looked at it is not brought back', async () => {
  put()
  const script = scripted(['a'], () => deleteItem(box.root, only().id))
  const told: string[] = []
  const tell = (line: string) => void told.push(line)
  await moderate({ root: box.root, prompts: script.prompts, tell, clock: () => now, spam: false })
  expect(told.at(-1)).toMatch(/^It has changed meanwhile/)
  expect([box.read(q2), readItems(box.root)]).toEqual(['', []])
})

test('what the chat keeps off the record is refused in words, and waits', async () => {
  put({ text: 'Between us #offtherecord' })
  const { told } = await walk(['a', 'q'])
  expect(told.join('\n')).toContain('decline it')
  expect(only().state).toBe('waiting')
  expect(box.read(q2)).toBe('')
})

const place = { id: 'email:0123456789abcdef', chat: 'lgovsm', date: '2010-12-17', key: 'q2' }

test('a run that died between deciding and writing is finished, and nothing is there twice', async () => {
  put()
  const settling: Item = { ...only(), state: 'settling', decidedAt: now, place }
  for (let times = 0; times < 2; times++) {
    writeItem(box.root, settling)
    openInbox(box.root, now)
  }
  expect(box.read(q2).match(/id=email:0123456789abcdef/g)).toHaveLength(1)
  expect(only()).toMatchObject({ state: 'accepted', text: '' })
})

test('what can no longer be finished waits again, under the same id', async () => {
  put()
  writeItem(box.root, { ...only(), state: 'settling', decidedAt: now, place: { ...place, key: 'q9' } })
  openInbox(box.root, now)
  expect(only()).toMatchObject({ state: 'waiting', text: 'Snow maps.' })
  await walk(['a'])
  expect(box.read(q2)).toContain('id=email:0123456789abcdef')
})

test.each<[state: Item['state'], decided: string, came: string, isKept: boolean]>([
  ['declined', '2010-11-01', '2010-11-01', false],
  ['declined', '2010-12-01', '2010-11-01', true],
  ['held', '', '2010-11-01', false],
  ['held', '', '2010-12-01', true],
  ['waiting', '', '2010-01-01', true],
  ['accepted', '2010-01-01', '2010-01-01', true],
])('%s on %s, come in on %s, is kept: %s', (state, decided, came, isKept) => {
  put()
  const decidedAt = decided === '' ? undefined : `${decided}T00:00:00Z`
  writeItem(box.root, { ...only(), state, decidedAt })
  const file = join(box.root, `.inbox/items/${only().id}.json`)
  utimesSync(file, new Date(came), new Date(came))
  openInbox(box.root, now)
  expect(readItems(box.root)).toHaveLength(isKept ? 1 : 0)
  expect(
    arrive(box.root, incoming(), () => false),
    'that it came is remembered',
  ).toBe('known')
})

test('what people wrote cannot steer the terminal', async () => {
  put({ name: 'A\u001b]0;x\u0007', text: 'Snow \u001b[2J\nmap\u202e' })
  const { told } = await walk(['q'])
  expect(told.join('\n')).not.toMatch(/[\u001b\u0007\u202e]/)
})

test.skipIf(process.platform === 'win32')('nobody else on the machine can read what waits', () => {
  put()
  const modes = ['.inbox', '.inbox/items', `.inbox/items/${only().id}.json`].map(
    (path) => statSync(join(box.root, path)).mode & 0o077,
  )
  expect(modes).toEqual([0, 0, 0])
})
