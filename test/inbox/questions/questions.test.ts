import twitterText from 'twitter-text'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readQuestions } from '../../../scripts/content/questions-file.ts'
import { readIndex } from '../../../scripts/content/read-session.ts'
import { arrive } from '../../../scripts/inbox/arrive.ts'
import { readItems } from '../../../scripts/inbox/item-files.ts'
import { moderate } from '../../../scripts/inbox/moderate.ts'
import { nextSession } from '../../../scripts/inbox/questions/choose.ts'
import { hostLines } from '../../../scripts/inbox/questions/lines.ts'
import { runQuestions } from '../../../scripts/inbox/questions/run-questions.ts'
import { groupSimilar } from '../../../scripts/inbox/questions/similar.ts'
import { withChosen } from '../../../scripts/inbox/questions/waiting.ts'
import { openInbox } from '../../../scripts/inbox/run-inbox.ts'
import { sayWho } from '../../../scripts/inbox/say-who.ts'
import { chat } from '../../builders.ts'
import { acceptAll } from '../accept-all.ts'
import { incoming, type ScratchInbox, scratchInbox, untilStopped } from '../scratch-inbox.ts'
import { scripted } from '../scripted.ts'

const lgovsm = chat({ hosts: ['host'] })
const now = '2010-12-18T10:00:00Z'
const silent = { start: () => {}, advance: () => {}, done: () => {}, close: () => {} }

let box: ScratchInbox
beforeEach(() => {
  box = scratchInbox()
})
afterEach(() => box.remove())

async function send(...questions: readonly (readonly [name: string, text: string])[]) {
  const tag = { chat: 'lgovsm', date: undefined, key: undefined, isQuestion: true }
  questions.forEach(([name, text], i) => {
    const at = `2010-12-18T09:0${i}:00Z`
    arrive(
      box.root,
      incoming({ sourceIds: [`${name} ${text}`], tag, name, text, at, sender: `${name}@example.org` }),
      () => false,
    )
  })
  await moderate({ root: box.root, prompts: acceptAll, tell: () => {}, clock: () => now, spam: false })
}

async function choose(answers: readonly string[]) {
  const script = scripted(answers)
  const told: string[] = []
  const tell = (line: string) => void told.push(line)
  const run = { root: box.root, chat: lgovsm, prompts: script.prompts, progress: silent, tell, now }
  await untilStopped(runQuestions(run))
  return { ...script, told }
}

const questionsOf = (date: string) => readIndex(box.root, 'lgovsm', date)?.plan.questions

test('a question waits where nobody sees it, until it is chosen', async () => {
  await send(['Ann', 'Who reads\nthe minutes?'])
  expect(JSON.stringify(box.files('content'))).not.toContain('minutes?')
  expect(readItems(box.root)[0]).toMatchObject({ state: 'accepted', place: { chat: 'lgovsm' } })
  await choose(['0', 'own', 'What of maps?', 'none'])
  expect(questionsOf('2010-12-24')).toEqual(['Who reads the minutes?', 'What of maps?', ''])
  expect(readQuestions(box.root, 'lgovsm').questions).toEqual([
    {
      id: expect.stringMatching(/^email:[0-9a-f]{16}$/),
      text: 'Who reads the minutes?',
      name: 'Ann',
      received: '2010-12-18',
      chosen: { date: '2010-12-24', key: 'q1' },
    },
  ])
  expect(JSON.stringify(box.files('content'))).not.toContain('example.org')
})

test('the posts to send come with it, each within one post', async () => {
  await send(['Ann', 'Who reads the minutes?'])
  const { told } = await choose(['0', 'none', 'none'])
  const posts = told.slice(told.indexOf('To send at the hour, a post each:') + 1).map((line) => line.trim())
  expect(posts[0]).toMatch(
    /^Welcome to #lgovsm: one question, 60 minutes\..* public transcript; with #offtherecord they do not\.$/,
  )
  expect(posts[1]).toBe('Q1 Who reads the minutes? #lgovsm')
})

test('what had a place before waits again', async () => {
  await send(['Ann', 'Who reads the minutes?'], ['Ben', 'What of snow days?'])
  await choose(['0', 'none', 'none'])
  const { told, labels } = await choose(['0', 'none', 'none'])
  expect(labels[0]).toBe('keep: Who reads the minutes?')
  expect(questionsOf('2010-12-24')?.[0]).toBe('What of snow days?')
  expect(readQuestions(box.root, 'lgovsm').questions.map(({ name }) => name)).toEqual(['Ben'])
  expect(told).toContain('1 waiting:')
  const again = await choose([])
  expect(again.told).toContain('Who reads the minutes? (Ann, 2010-12-18)')
})

test('what was chosen stands in the list alone: out of it, it waits again', async () => {
  await send(['Ann', 'Who reads the minutes?'])
  const before = box.files('.inbox/items')
  await choose(['0', 'none', 'none'])
  expect(box.files('.inbox/items')).toEqual(before)
  expect((await choose([])).told[0]).toBe('No question waits.')
  box.write('content/lgovsm/questions.yaml', 'questions: []\n')
  expect((await choose([])).told).toContain('Who reads the minutes? (Ann, 2010-12-18)')
})

test('who sent a question is told with what it was chosen for', async () => {
  await send(['Ann', 'Who reads the minutes?'])
  await choose(['none', '0', 'none'])
  const items = withChosen(box.root, readItems(box.root))
  expect(sayWho(items, 'ann@example.org')[0]).toMatch(/^email:\S+: accepted, lgovsm 2010-12-24 q2$/)
})

test('what was removed on another computer neither waits nor is shown again', async () => {
  await send(['Ann', 'Who reads the minutes?'])
  const posts = readItems(box.root).map(({ place }) => place?.id)
  box.write('content/removed.json', JSON.stringify({ format: 1, people: [], posts }))
  box.write('content/lgovsm/questions.yaml', 'backlog: yes\n')
  expect((await choose([])).told[0]).toBe('No question waits.')
  expect(box.read('content/lgovsm/questions.yaml')).toBe('backlog: yes\n')
})

test('what waits is in public from when on the host shows it', async () => {
  await send(['Ann', 'Who reads the minutes?'], ['Ben', 'What of snow days?'])
  box.write('content/lgovsm/questions.yaml', '# Ours\nbacklog: yes\n')
  openInbox(box.root, now)
  const { backlog, questions } = readQuestions(box.root, 'lgovsm')
  expect([backlog, questions.map(({ name }) => name)]).toEqual([true, ['Ann', 'Ben']])
  const once = box.read('content/lgovsm/questions.yaml')
  openInbox(box.root, now)
  expect(box.read('content/lgovsm/questions.yaml')).toBe(once)
})

test('kept as it is planned, it stays whose it was', async () => {
  await send(['Ann', 'Who reads the minutes?'])
  await choose(['0', 'none', 'none'])
  const before = box.files('content')
  await choose(['keep', 'none', 'none'])
  expect(box.files('content')).toEqual(before)
})

test('a question that only the public list has is not lost', async () => {
  box.write('content/lgovsm/questions.yaml', 'questions:\n  - text: By hand?\n    for: 2010-12-24 Q1\n')
  await expect(choose(['none', 'none', 'none'])).rejects.toThrow('"By hand?" would wait again')
  expect(questionsOf('2010-12-24')).toBeUndefined()
})

test('where the host shows what waits, it is in public at once, and once', async () => {
  box.write('content/lgovsm/questions.yaml', '# Ours\nbacklog: yes\n')
  await send(['', 'Who reads the minutes?'])
  expect(box.read('content/lgovsm/questions.yaml')).toMatch(
    /^# Ours\nbacklog: yes\n[\s\S]*text: Who reads the minutes\?/,
  )
  const { told } = await choose([])
  expect(told.slice(0, 2)).toEqual(['1 waiting:', 'Who reads the minutes? (2010-12-18)'])
})

test.each<[now: string, date: string]>([
  ['2010-12-18T10:00:00Z', '2010-12-24'],
  ['2010-12-24T12:59:59Z', '2010-12-24'],
  ['2010-12-24T13:00:00Z', '2010-12-31'],
])('at %s the next session is that of %s', (moment, date) => {
  expect(nextSession(box.root, lgovsm, moment).date).toBe(date)
})

// biome-ignore format: a table
test.each<[a: string, b: string, isSame: boolean]>([
  ['How do you measure success?', 'How should we measure success online?', true],
  ['What do you do about snow days?', 'Snow days: what do you do?', true],
  ['How do you deal with trolls?', 'Dealing with trolls, how?', true],
  ['Who reads the minutes?', 'Who writes the minutes of the meeting?', false],
  ['How do you measure success?', 'How do you write plainly?', false],
  ['Sut ydych chi’n mesur llwyddiant?', 'Sut mae mesur llwyddiant?', true],
  ['Maps?', 'Snow?', false],
])('"%s" and "%s" ask the same: %s', (a, b, isSame) => {
  expect(groupSimilar([a, 'Something else entirely, about parks', b], (text) => text).length).toBe(isSame ? 2 : 3)
})

test('however long a question is, its post fits', () => {
  const long = [
    'What '.repeat(100),
    'x'.repeat(500),
    '雪'.repeat(300),
    '😀'.repeat(200),
    'https://example.org/a '.repeat(30),
  ]
  const address = `https://example.org/${'a'.repeat(60)}/`
  const lines = hostLines({ chat: lgovsm, questions: long, minutes: 60, address })
  expect(lines).toHaveLength(6)
  for (const line of lines) expect(twitterText.parseTweet(line)).toMatchObject({ valid: true })
  for (const line of lines.slice(1)) expect(line).toMatch(/^Q\d .*… #lgovsm$/u)
})
