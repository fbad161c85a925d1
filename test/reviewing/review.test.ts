import { afterEach, expect, test } from 'vitest'
import { readSession } from '../../scripts/content/read-session.ts'
import type { Chat } from '../../scripts/model/chat.ts'
import type { Media, Post } from '../../scripts/model/post.ts'
import { reviewSession } from '../../scripts/reviewing/review-session.ts'
import { Interrupted } from '../../scripts/terminal/interrupted.ts'
import type { Prompts } from '../../scripts/terminal/prompts.ts'
import { chat, post } from '../builders.ts'
import { type ScratchSession, scratchSession } from './scratch-session.ts'

const lgovsm = chat({ hosts: ['host'] })
const photo: Media = {
  kind: 'photo',
  url: 'https://pbs.example.com/1.png',
  file: undefined,
  alt: undefined,
  width: 640,
  height: 400,
}

const q1 = post({ at: '13:00:05', by: 'host', text: 'Q1 What works? #lgovsm' })
const ann = post({ at: '13:04:00', by: 'ann', text: 'A1 Plain words #lgovsm', media: [photo] })
const q2 = post({ at: '13:20:05', by: 'host', text: 'Q2 What fails? #lgovsm' })
const ben = post({ at: '13:21:00', by: 'ben', text: 'Pictures of snow #lgovsm' })
const cat = post({ at: '13:22:00', by: 'cat', text: 'Gritters on a map #lgovsm' })
const q3 = post({ at: '13:40:05', by: 'host', text: 'Q3 What next? #lgovsm' })
const base = [q1, ann, q2, ben, cat, q3]

let scratch: ScratchSession | undefined
afterEach(() => scratch?.remove())

type Asked = { readonly messages: string[]; readonly told: string[]; readonly left: string[] }

/** A host with a stock of answers: a key, `` for Enter, or words; Ctrl-C where it is used up. */
function scripted(answers: readonly string[]): { prompts: Prompts } & Asked {
  const left = [...answers]
  const messages: string[] = []
  const next = (message: string): string => {
    messages.push(message)
    const answer = left.shift()
    if (answer === undefined) throw new Interrupted()
    return answer
  }
  const prompts: Prompts = {
    isOpen: true,
    text: async ({ message, initial = '' }) => next(message) || initial,
    key: async ({ message, choices }) => {
      const pressed = next(message)
      const found = pressed === '' ? choices[0] : choices.find(({ key }) => key === pressed)
      if (!found) throw new Error(`${message}: no key ${pressed}`)
      return found.value
    },
    confirm: async ({ message }) => next(message) !== 'n',
    select: () => Promise.reject(new Error('not asked')),
    password: () => Promise.reject(new Error('not asked')),
  }
  return { prompts, messages, told: [], left }
}

async function review(answers: readonly string[], options: { chat?: Chat; posts?: readonly Post[] } = {}) {
  const { chat: own = lgovsm, posts = base } = options
  scratch ??= scratchSession(own, posts)
  const script = scripted(answers)
  const { prompts, told } = script
  await reviewSession({
    root: scratch.root,
    chat: own,
    date: '2010-12-17',
    prompts,
    tell: (line) => told.push(line),
  }).catch((error: unknown) => {
    if (!(error instanceof Interrupted)) throw error
    told.push(error.message)
  })
  return { ...script, scratch }
}
afterEach(() => {
  scratch = undefined
})

/** Where a post stands and why: `q2 host`. */
function placeOf(id: string, own: Chat = lgovsm): string {
  for (const { key, posts } of readSession(scratch?.root ?? '', own, '2010-12-17').segments) {
    const filed = posts.find((one) => one.post.id === id)
    if (filed) return `${key} ${filed.why}${filed.hidden ? ' hidden' : ''}`
  }
  return 'gone'
}

// biome-ignore format: a table
test.each<[key: string, place: string]>([
  ['', 'q2 host'],
  ['f', 'q2 host'],
  ['1', 'q1 host'],
  ['3', 'q3 host'],
  ['b', 'before host'],
  ['a', 'after host'],
  ['o', 'outside host'],
  ['h', 'q2 border hidden'],
])('the key "%s" puts a post that stands by its time alone at %s, and a fetch keeps it', async (key, place) => {
  const { messages } = await review([key])
  expect(messages[0]).toMatch(/^13:21:00 @ben: Pictures of snow #lgovsm\nIt stands in q2 by its time alone \(border\), else q1/)
  expect(placeOf(ben.id)).toBe(place)
  const before = scratch?.files()
  scratch?.save(base)
  expect(scratch?.files()).toEqual(before)
})

test('one key settles all the rest', async () => {
  const { messages } = await review(['r'])
  expect(placeOf(ben.id)).toBe('q2 host')
  expect(placeOf(cat.id)).toBe('q2 host')
  expect(messages[1], 'pictures come next').toMatch(/What does the picture show/)
})

test('the whole way: places, pictures, title, summary, checked', async () => {
  const { told, messages } = await review([
    '1',
    '',
    'A *whiteboard*',
    'Snow: days',
    'We asked. Many spoke.',
    '',
  ])
  expect(messages).toHaveLength(6)
  expect(told.at(-1)).toBe('2010-12-17: checked: yes is written into content/lgovsm/2010-12-17/index.md')
  const session = readSession(scratch?.root ?? '', lgovsm, '2010-12-17')
  expect(session).toMatchObject({ title: 'Snow: days', summary: 'We asked. Many spoke.', checked: true })
  expect(session.segments[0]?.posts[1]?.post.media[0]?.alt).toBe('A *whiteboard*')
  const before = scratch?.files()
  scratch?.save(base)
  expect(scratch?.files(), 'a fetch changes nothing').toEqual(before)
  const again = await review([])
  expect(again.told).toEqual(['2010-12-17: read over, and nothing needs an eye'])
})

test('empty answers mean none, and "no" leaves it unchecked', async () => {
  await review(['r', '', '', '', 'n'])
  const session = readSession(scratch?.root ?? '', lgovsm, '2010-12-17')
  expect(session).toMatchObject({ title: '', summary: '', checked: false })
  expect(scratch?.read('index.md')).toContain('checked: no')
})

test('a host may stop half-way and go on later', async () => {
  const first = await review(['1'])
  expect(first.told.at(-1)).toBe('Stopped: your answers are saved. Run it again to go on.')
  expect(placeOf(ben.id)).toBe('q1 host')
  const second = await review([])
  expect(second.messages[0]).toMatch(/@cat/)
})

test('an answer about files that have changed meanwhile is not saved', async () => {
  scratch = scratchSession(lgovsm, base)
  const script = scripted(['1', 'h'])
  let count = 0
  const key: Prompts['key'] = (question) => {
    if (count++ === 0) scratch?.write('q1.md', `${scratch.read('q1.md')}\nA note by another editor.\n`)
    return script.prompts.key(question)
  }
  const prompts = { ...script.prompts, key }
  const told: string[] = []
  const tell = (line: string) => void told.push(line)
  await expect(
    reviewSession({ root: scratch.root, chat: lgovsm, date: '2010-12-17', prompts, tell }),
  ).rejects.toThrow(Interrupted)
  expect(told.join()).toContain('The files have changed meanwhile')
  expect(placeOf(ben.id), 'the second answer, after another look').toBe('q2 border hidden')
  expect(scratch.read('q1.md')).toContain('A note by another editor.')
})

test('a guest who asked the questions is proposed as host, and the questions are found', async () => {
  const guest = chat({ hosts: ['somebody_else'] })
  const { messages, scratch: session } = await review(['1'], { chat: guest })
  expect(messages[0]).toBe('No host asked a question. Who led this session?')
  expect(session.read('index.md')).toMatch(/^hosts:\s*(\[ ?"?@host"? ?\]|\n\s*- "?@host"?)$/m)
  expect(placeOf(q1.id, guest)).toBe('q1 question')
  expect(session.read('q2.md')).toContain('question: What fails?')
})

test('a question that nobody put is asked for', async () => {
  const posts = [post({ at: '13:04:00', by: 'ann' }), post({ at: '13:24:00', by: 'ben' })]
  const { messages } = await review(['What works?', '', 'r'], { posts })
  expect(messages[0]).toMatch(/^q1, with 1 post: what was the question/)
  expect(scratch?.read('q1.md')).toContain('question: What works?')
  scratch?.save(posts)
  expect(scratch?.read('q1.md')).toContain('question: What works?')
  expect(placeOf(posts[0]?.id ?? '')).toBe('q1 host')
})

test('without a terminal it lists file and line', async () => {
  scratch = scratchSession(lgovsm, base)
  const told: string[] = []
  const prompts = { ...scripted([]).prompts, isOpen: false }
  await reviewSession({
    root: scratch.root,
    chat: lgovsm,
    date: '2010-12-17',
    prompts,
    tell: (line) => told.push(line),
  })
  const lineOf = (name: string, text: string) =>
    (scratch?.read(name) ?? '').split('\n').findIndex((line) => line.includes(text)) + 1
  const folder = 'content/lgovsm/2010-12-17'
  expect(told).toEqual([
    expect.stringContaining(`${folder}/q2.md:${lineOf('q2.md', '[@ben]')}: stands in q2 by its time alone`),
    expect.stringContaining(`${folder}/q2.md:${lineOf('q2.md', '[@cat]')}: stands in q2`),
    expect.stringContaining(`${folder}/q1.md:${lineOf('q1.md', '![](')}: a picture without a description`),
    `${folder}/index.md:2: no title: write a few words behind title:`,
    expect.stringMatching(/index\.md:7: no summary/),
    `${folder}/index.md:3: checked: no: write yes once you have read the transcript over`,
  ])
})

test('what people wrote cannot steer the terminal', async () => {
  const evil = {
    ...ben,
    text: ['Snow \u001b[2J\u202e\n#lgovsm'],
    author: { ...ben.author, handle: undefined, name: 'B\u001b]0;x\u0007' },
  }
  const { messages } = await review([], { posts: [q1, ann, q2, evil, cat, q3] })
  expect(messages[0]).toMatch(/^13:21:00 B \]0;x : Snow {2}\[2J #lgovsm\n/)
})
