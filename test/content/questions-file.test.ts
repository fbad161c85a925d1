import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatQuestions, parseQuestions } from '../../scripts/content/questions-file.ts'
import { type SentQuestion, stateOf } from '../../scripts/model/sent-question.ts'
import { summarize } from '../../scripts/model/summary.ts'
import { hostileText } from '../arbitrary-post.ts'
import { chat, filed, post, segment, sentIn, session } from '../builders.ts'

const file = 'content/lgovsm/questions.yaml'

const question = (options: Partial<SentQuestion> = {}): SentQuestion => ({
  id: undefined,
  text: 'How do we start?',
  name: '',
  received: undefined,
  chosen: undefined,
  ...options,
})

const list = `# Questions that were sent in. This file is public, so only what you accepted may stand here.
# Those without "for:" wait for a session; they may stand here, and on the page, where backlog is yes.
backlog: yes
questions:
  - text: How do we start?
    name: Gwen Parry
    for: 2010-12-17 Q2
    received: 2010-12-10
    id: email:ab12cd34
  - text: What about parks?
`
const both = {
  backlog: true,
  questions: [
    question({
      name: 'Gwen Parry',
      chosen: { date: '2010-12-17', key: 'q2' },
      received: '2010-12-10',
      id: 'email:ab12cd34',
    }),
    question({ text: 'What about parks?' }),
  ],
}

test('the list reads well', () => {
  expect(formatQuestions(both)).toBe(list)
  expect(parseQuestions(list, file)).toEqual(both)
})

test('what the host wrote above it stays', () => {
  expect(formatQuestions({ ...both, questions: [] }, `# Mine.\n${list}`)).toMatch(/^# Mine\.\n#/)
})

test('any question, written and read, is the same question', () => {
  const oneLine = hostileText
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '' && !text.includes('\ufffd'))
  fc.assert(
    fc.property(oneLine, fc.oneof(fc.constant(''), oneLine), (text, name) => {
      const one = { backlog: true, questions: [question({ text, name })] }
      expect(parseQuestions(formatQuestions(one), file)).toEqual(one)
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['questions:\n  - name: Gwen\n', ':2: questions: write one line of text'],
  ['questions:\n  - text: ""\n', ':2: questions: write the question'],
  [
    'backlog: yes\nquestions:\n  - text: a\n    for: Friday\n',
    ':4: questions: "Friday" cannot be understood: write session and question such as 2010-12-24 Q2',
  ],
  ['backlog: yes\nquestions:\n  - text: a\n    for: 2010-13-24 Q2\n', ':4: questions: '],
  [
    'backlog: yes\nquestions:\n  - text: a\n    id: ann@example.org\n',
    ':4: questions: "ann@example.org" cannot be understood',
  ],
  [
    'backlog: yes\nquestions:\n  - text: a\n    email: ann@example.org\n',
    ':4: questions: "email" is not a setting',
  ],
  [
    'questions:\n  - text: a\n',
    ':2: questions: a question that waits is public here: write "backlog: yes" above',
  ],
  ['questions: a\n', ':1: questions: write a list'],
])('%j is refused, with file and line', (text, says) => {
  expect(() => parseQuestions(text, file)).toThrow(`${file}${says}`)
})

test('an empty file holds none', () => {
  expect(parseQuestions('', file)).toEqual({ backlog: false, questions: [] })
})

describe('how far a question has come is seen in its session', () => {
  const plan = {
    hosts: undefined,
    questions: ['One?', 'How do we start?'],
    time: undefined,
    minutes: undefined,
  }
  const planned = summarize(chat(), session([], { plan }))
  const said = (count: number) => {
    const posts = Array.from({ length: count }, (_, n) => filed(post({ at: `13:2${n}:00` })))
    const other = filed(post({ at: '13:00:00' }))
    return summarize(chat(), session([segment('q1', [other]), segment('q2', posts)]))
  }
  const early = filed(sentIn({ at: '2010-12-16T09:00:00Z' }))
  const beforehand = summarize(chat(), session([segment('q1', []), segment('q2', [early])], { plan }))
  test.each([
    ['received', question(), planned],
    ['chosen', question({ chosen: { date: '2010-12-17', key: 'q2' } }), planned],
    ['chosen', question({ chosen: { date: '2010-12-24', key: 'q2' } }), planned],
    ['chosen', question({ chosen: { date: '2010-12-17', key: 'q7' } }), said(1)],
    ['chosen', question({ chosen: { date: '2010-12-17', key: 'q2' } }), beforehand],
    ['asked', question({ chosen: { date: '2010-12-17', key: 'q2' } }), said(1)],
    ['answered', question({ chosen: { date: '2010-12-17', key: 'q2' } }), said(2)],
  ])('%s', (state, one, summary) => {
    expect(stateOf(one, [summary])).toBe(state)
  })
})
