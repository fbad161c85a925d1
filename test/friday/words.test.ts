import twitterText from 'twitter-text'
import { expect, test } from 'vitest'
import { fiveLines } from '../../scripts/friday/five-lines.ts'
import { findLink } from '../../scripts/friday/host-eye.ts'
import { findNext, sayNext, sayNextChat, sayReadAgain } from '../../scripts/friday/say-next.ts'
import { findThin } from '../../scripts/friday/thin.ts'
import { slotOn } from '../../scripts/model/schedule.ts'
import { type SessionSummary, summarize } from '../../scripts/model/summary.ts'
import { chat, filed, post, segment, session } from '../builders.ts'

const lgovsm = chat({ hosts: ['Sam'], skip: [{ date: '2010-12-24', reason: 'Christmas Eve' }] })
const next = 'Next: Friday 24 December 2010, 1pm GMT'

function summary(options: Partial<SessionSummary> = {}): SessionSummary {
  const posts = ['sam', 'dave', 'ann', 'dave', 'ann'].map((by, i) => filed(post({ by, at: `13:0${i}:00` })))
  const whole = session([segment('q1', posts, { question: 'How do we start?' })], { title: 'Starting' })
  return { ...summarize(lgovsm, whole), ...options }
}

const input = { chat: lgovsm, address: 'https://example.org/archive/', next, language: 'en' as const }

test('five lines name the session, its question, numbers, address and what comes next', () => {
  expect(fiveLines({ ...input, summary: summary() })).toEqual([
    '#lgovsm, 17 December 2010: Starting',
    'Q1 How do we start?',
    '5 posts by 3 people',
    'https://example.org/archive/lgovsm/2010-12-17/',
    next,
  ])
})

test('an archive in Welsh has them in Welsh', () => {
  const inWelsh = sayNextChat(lgovsm, '2010-12-17T12:00:00Z', 'cy')
  expect(fiveLines({ ...input, language: 'cy', next: inWelsh, summary: summary() })).toEqual([
    '#lgovsm, 17 Rhagfyr 2010: Starting',
    'C1 How do we start?',
    '5 neges gan 3 o bobl',
    'https://example.org/archive/lgovsm/2010-12-17/',
    'Y tro nesaf: dydd Gwener 17 Rhagfyr 2010, 13:00 GMT',
  ])
})

const long = 'Prynhawn da 🎄 bawb '.repeat(40).trim()
const question = (text: string) => [{ key: 'q1', text, posts: 5 }]

test.each<[what: string, options: Partial<SessionSummary>, lines: number]>([
  ['a long question', { questions: question(long) }, 5],
  ['a long title', { title: long }, 4],
  ['both', { title: long, questions: question(long) }, 4],
  ['letters that count twice', { title: '漢字'.repeat(50), questions: question('漢字'.repeat(200)) }, 4],
  ['words with line breaks and what turns the direction', { title: 'One\n\n\u202etwo', questions: [] }, 4],
])('%s fits into one post', (_, options, lines) => {
  const made = fiveLines({ ...input, summary: summary(options) })
  expect(made.every((line) => !/[\n\u202e]/.test(line))).toBe(true)
  expect(made.slice(-2)).toEqual(['https://example.org/archive/lgovsm/2010-12-17/', next])
  expect(made).toHaveLength(lines)
  expect(twitterText.parseTweet(made.join('\n')).weightedLength).toBeLessThanOrEqual(280)
})

test('without an address there is no link', () => {
  expect(fiveLines({ ...input, address: undefined, summary: summary() })).toHaveLength(4)
})

// biome-ignore format: a table
test.each<[Partial<SessionSummary>, string | undefined]>([
  [{}, undefined],
  [{ posts: 4 }, 'it has 4 posts only'],
  [{ posts: 1 }, 'it has one post only'],
  [{ hosts: ['nobody'] }, 'no host said anything in it'],
  [{ hosts: [] }, undefined],
  [{ posts: 1, checked: true }, undefined],
])('of %j: %s', (options, says) => {
  expect(findThin(summary(options))).toBe(says)
})

// biome-ignore format: a table
test.each([
  ['before the hour', '2010-12-17T12:00:00Z', ['Next: Friday 17 December 2010, 1pm GMT']],
  ['in the hour', '2010-12-17T13:30:00Z', ['Next: Friday 17 December 2010, 1pm GMT']],
  ['after it, with a date that is skipped', '2010-12-17T14:00:00Z', ['Friday 24 December 2010: no chat (Christmas Eve)', 'Next: Friday 31 December 2010, 1pm GMT']],
  ['in summer', '2011-06-11T00:00:00Z', ['Next: Friday 17 June 2011, 1pm BST']],
])('%s the next chat is named', (_, now, lines) => {
  expect(sayNext(lgovsm, now)).toEqual(lines)
})

test('a session says when it is read again, until it is complete', () => {
  const slot = slotOn(lgovsm, '2010-12-17')
  if (slot.kind !== 'session') throw new Error('no session')
  const again = (readTo: string | undefined) => sayReadAgain(lgovsm, slot.times, readTo)
  expect(again('2010-12-17T14:00:00Z')).toEqual([
    '2010-12-17 is read again from Friday 17 December 2010, 3pm GMT',
  ])
  expect(again('2010-12-18T14:00:00Z')).toEqual([])
  expect(again(undefined)).toEqual([])
  expect(findNext(lgovsm, '2010-12-17T14:00:00Z').times.date).toBe('2010-12-31')
})

test('a workflow links to the line on the website of the code host', () => {
  const line = { path: 'content/lgovsm/2010-12-17/q2.md', line: 41, text: '' }
  const env = {
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'someone/archive',
    GITHUB_REF_NAME: 'main',
  }
  expect(findLink(line, env)).toBe(
    'https://github.com/someone/archive/blob/main/content/lgovsm/2010-12-17/q2.md?plain=1#L41',
  )
  expect(findLink(line, {})).toBe(undefined)
})
