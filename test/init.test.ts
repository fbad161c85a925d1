import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readChat } from '../scripts/content/chats.ts'
import { readSite } from '../scripts/content/site-settings.ts'
import { Problem } from '../scripts/model/problem.ts'
import { type SetUp, setUp } from '../scripts/setup/set-up.ts'
import type { Prompts } from '../scripts/terminal/prompts.ts'
import { chat } from './builders.ts'

let root = ''
let told: string[] = []
let tried: string[] = []
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'init-'))
  told = []
  tried = []
})
afterEach(() => rmSync(root, { recursive: true }))

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), text)
}

const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

function writeSample(): void {
  write('content/site.yaml', 'title: Hashtag chat archive\naccent: teal\n')
  write('content/pages/about.md', 'About')
  write('content/lgovsm/chat.yaml', 'sample: yes\nskip: 2010-12-24\n')
  write('content/lgovsm/2010-12-17/q1.md', 'invented')
  write('content/lgovsm/2010-12-17/media/a.png', 'invented')
}

/** A host who answers by the beginning of the message, and otherwise presses Enter. */
function host(answers: Readonly<Record<string, readonly string[]>>): Prompts {
  const left = new Map(Object.entries(answers).map(([begin, all]) => [begin, [...all]]))
  const answer = (message: string) => {
    const begin = [...left.keys()].find((key) => message.startsWith(key)) ?? ''
    return left.get(begin)?.shift()
  }
  return {
    isOpen: true,
    text: async ({ message, initial = '', findFault }) => {
      const given = answer(message) ?? initial
      const fault = findFault?.(given)
      if (fault !== undefined) throw new Error(`${message} ${given}: ${fault}`)
      return given
    },
    select: async ({ message, initial, choices }) => {
      const given = answer(message) ?? initial
      const found = choices.find(({ value }) => value === given)
      if (!found) throw new Error(`${message}: ${given}`)
      return found.value
    },
    key: refuse,
    confirm: async ({ message, initial = true }) => (answer(message) ?? String(initial)) === 'true',
    password: async ({ message }) => answer(message) ?? '',
  }
}

const nobody: Prompts = {
  isOpen: false,
  text: refuse,
  select: refuse,
  key: refuse,
  confirm: refuse,
  password: refuse,
}

async function refuse({ message, flag }: { message: string; flag: string }): Promise<never> {
  throw new Problem(`"${message}" has nobody to answer it here: give ${flag}`)
}

function run(options: Partial<SetUp>): Promise<void> {
  return setUp({
    root,
    given: {},
    token: undefined,
    yes: false,
    force: false,
    now: '2026-11-24T08:00:00Z',
    here: 'Europe/London',
    env: {},
    prompts: nobody,
    tryToken: async (token) => {
      tried.push(token)
      if (token === 'wrong') throw new Problem('X answered 401: X_BEARER_TOKEN is not accepted')
    },
    tell: (line) => told.push(line),
    ...options,
  })
}

test('a host answers, and the sample makes room', async () => {
  writeSample()
  await run({
    prompts: host({
      'Which hashtag': ['NHSsm'],
      'On which day': ['Wednesday'],
      'At what time': ['8pm'],
      'Who asks': ['@sam, loulouk'],
      'Where can': ['sam@example.org'],
      'To which address': ['ask@example.org'],
      'The app': ['wrong', 'right'],
      'X answered 401': ['again'],
    }),
  })
  expect(readChat(root, 'nhssm')).toEqual(
    chat({
      name: 'nhssm',
      title: '#NHSsm',
      hashtags: ['#NHSsm'],
      weekday: 3,
      time: '20:00',
      hosts: ['sam', 'loulouk'],
      first: '2026-11-18',
    }),
  )
  expect(readSite(root)).toMatchObject({
    title: '#NHSsm archive',
    accent: 'teal',
    contact: 'sam@example.org',
    takePart: { email: 'ask@example.org' },
  })
  expect([tried, read('.env')]).toEqual([['wrong', 'right'], 'X_BEARER_TOKEN=right\n'])
  expect(statSync(path.join(root, '.env')).mode & 0o777).toBe(0o600)
  expect(existsSync(path.join(root, 'content/lgovsm'))).toBe(false)
  expect(read('content/pages/about.md')).toBe('About')
  expect(told).toMatchInlineSnapshot(`
    [
      "#NHSsm: Wednesdays at 8pm in London, 60 minutes, 3 questions; asked by @sam, @loulouk",
      "X asks $0.005 for a post that is read and $0.010 for a person: a chat of 300 posts by 65 people costs about $2.15.",
      "Reading it again on the next day, for late answers and edits, makes it $4.30; "window:" in chat.yaml sets when.",
      "X accepts the token.",
      "Written: content/site.yaml, content/nhssm/chat.yaml, .env. The sample is gone.",
      "",
      "What comes next:",
      "  Read content/nhssm/chat.yaml over, and content/pages/: they are yours to change, in any editor.",
      "  After the chat on Wednesday 25 November 2026: npm run fetch",
      "  See the archive: npm start",
    ]
  `)
  expect(told.join('\n')).not.toMatch(/right|wrong/)
})

test('a chat on the hashtag of the sample takes its place', async () => {
  writeSample()
  await run({ given: { hashtag: '#lgovsm' }, yes: true })
  expect(readChat(root, 'lgovsm')).toEqual(chat({ first: '2026-11-20' }))
  expect(existsSync(path.join(root, 'content/lgovsm/2010-12-17'))).toBe(false)
  expect(existsSync(path.join(root, '.env'))).toBe(false)
})

test('a second chat leaves the first one and the site alone', async () => {
  write('content/site.yaml', 'title: Ours # by hand\n')
  write('content/lgovsm/chat.yaml', 'minutes: 90\n')
  await run({ given: { hashtag: 'nhssm' }, yes: true })
  expect([read('content/site.yaml'), read('content/lgovsm/chat.yaml')]).toEqual([
    'title: Ours # by hand\n',
    'minutes: 90\n',
  ])
  expect(readChat(root, 'nhssm').weekday).toBe(5)
})

test('a chat that is there is not overwritten', async () => {
  write('content/lgovsm/chat.yaml', 'minutes: 90\n')
  await expect(run({ given: { hashtag: 'lgovsm' }, yes: true })).rejects.toThrow(
    'content/lgovsm/chat.yaml: this chat is set up already: change it in that file, or write it anew with npm run init -- --force',
  )
  expect(read('content/lgovsm/chat.yaml')).toBe('minutes: 90\n')
})

test('written anew, a chat keeps what was not asked for', async () => {
  write('content/lgovsm/chat.yaml', 'minutes: 90\nfirst: 2010-12-03\nskip: {2010-12-24: "Snow: much"}\n')
  write('content/lgovsm/2010-12-17/q1.md', 'real')
  await run({ given: { hashtag: 'lgovsm', minutes: '45' }, yes: true, force: true })
  expect(readChat(root, 'lgovsm')).toEqual(
    chat({ minutes: 45, skip: [{ date: '2010-12-24', reason: 'Snow: much' }] }),
  )
  expect(read('content/lgovsm/2010-12-17/q1.md')).toBe('real')
})

test('a token that is refused writes nothing', async () => {
  writeSample()
  await expect(run({ given: { hashtag: 'nhssm' }, yes: true, token: 'wrong' })).rejects.toThrow(
    'X answered 401',
  )
  expect(existsSync(path.join(root, 'content/nhssm'))).toBe(false)
  expect(existsSync(path.join(root, '.env'))).toBe(false)
  expect(read('content/lgovsm/2010-12-17/q1.md')).toBe('invented')
})

test('a host may think better of it', async () => {
  writeSample()
  await run({ prompts: host({ 'Which hashtag': ['nhssm'], 'Write the settings': ['false'] }) })
  expect(told.at(-1)).toBe('Nothing was written.')
  expect(existsSync(path.join(root, 'content/nhssm'))).toBe(false)
})

test('a token that is there already is neither asked for nor tried', async () => {
  await run({
    env: { X_BEARER_TOKEN: 'known' },
    prompts: host({ 'Which hashtag': ['nhssm'], 'The app': ['x'] }),
  })
  expect(tried).toEqual([])
  expect(told.some((line) => line.includes('After the chat on Friday 27 November 2026: npm run fetch'))).toBe(
    true,
  )
})

test.each<[SetUp['given'], string]>([
  [{}, '"Which hashtag does the chat use?" has nobody to answer it here: give --hashtag'],
  [
    { hashtag: 'nhssm' },
    '"On which day does it take place?" has nobody to answer it here: give --weekday, or --yes for what is usual',
  ],
  [
    { hashtag: 'two words' },
    '--hashtag: "two words" cannot be understood: write a hashtag such as "#lgovsm"',
  ],
  [
    { hashtag: 'nhssm', weekday: 'Fridya' },
    '--weekday: "Fridya" cannot be understood: write a day such as Friday',
  ],
  [{ hashtag: 'nhssm', name: 'search' }, '--name: "search" is an address that the site needs for itself'],
])('%j without a terminal', async (given, message) => {
  await expect(run({ given })).rejects.toThrow(message)
})

test.each([
  ['#LGov_SM', 'lgov-sm'],
  ['search', undefined],
  ['#地方', undefined],
])('%s with --yes is called %s', async (hashtag, name) => {
  const done = run({ given: { hashtag }, yes: true })
  if (name === undefined) return expect(done).rejects.toThrow('give --name')
  await done
  return expect(readChat(root, name).hashtags).toEqual([hashtag])
})
