import { expect, test } from 'vitest'
import { toByHand } from '../../scripts/inbox/by-hand.ts'
import { takeName } from '../../scripts/inbox/named-text.ts'
import { findPersonal } from '../../scripts/inbox/personal.ts'
import { findDoubts } from '../../scripts/inbox/spam.ts'
import { findTag } from '../../scripts/inbox/tag.ts'
import { type About, nameLine, tagOf } from '../../scripts/model/ways-in.ts'

// biome-ignore format: a table
test.each<[subject: string, found: string | undefined]>([
  ['[lgovsm 2010-12-17 Q2]', 'lgovsm 2010-12-17 q2'],
  ['Re: [lgovsm 2010-12-17 Q2]', 'lgovsm 2010-12-17 q2'],
  ['Re: Fwd: AW: Sv: [lgovsm 2010-12-17 Q2] Snow', 'lgovsm 2010-12-17 q2'],
  ['ATB: [LGOVSM 2010-12-17 C2]', 'lgovsm 2010-12-17 q2'],
  ['[#lgovsm 2010-12-17 q 12]', 'lgovsm 2010-12-17 q12'],
  ['%5Blgovsm%202010-12-17%20Q2%5D', 'lgovsm 2010-12-17 q2'],
  ['[lgovsm+2010-12-17+Q2]%20', 'lgovsm 2010-12-17 q2'],
  ['[lgovsm 2010‑12‑17 Q2]', 'lgovsm 2010-12-17 q2'],
  ['[lgovsm 2010-12- 17 Q2]', 'lgovsm 2010-12-17 q2'],
  ['lgovsm 2010-12-17 Q2', 'lgovsm 2010-12-17 q2'],
  ['[EXTERNAL] [lgovsm 2010-12-17 Q1] Re: 3 things', 'lgovsm 2010-12-17 q1'],
  ['[lgovsm 2010-12-17]', 'lgovsm 2010-12-17'],
  ['#lgovsm [lgovsm 2010-12-17 Q2]', 'lgovsm 2010-12-17 q2'],
  ['[lgovsm] Re: [lgovsm 2010-12-17 Q2]', 'lgovsm 2010-12-17 q2'],
  ['lgovsm list: lgovsm 2010-12-17 Q2', 'lgovsm 2010-12-17 q2'],
  ['[lgovsm question] as in lgovsm 2010-12-17 Q2', 'lgovsm ?'],
  ['[lgchat] Fwd: [lgovsm 2010-12-17 Q2]', 'lgovsm 2010-12-17 q2'],
  ['Re: lgchat [lgovsm 2010-12-17 Q2]', 'lgovsm 2010-12-17 q2'],
  ['lgovsm and lgchat [lgovsm]', 'lgovsm ?'],
  ['[lgovsm]', 'lgovsm ?'],
  ['[lgovsm question]', 'lgovsm ?'],
  ['[lgovsm 2010-02-31 Q2]', 'lgovsm q2 ?'],
  ['Lunch about lgovsm on Friday', undefined],
  ['[nhssm 2010-12-17 Q2]', undefined],
  ['[lgovsmart 2010-12-17 Q2]', undefined],
  ['%E0%A4%A', undefined],
  ['', undefined],
])('the subject "%s" says %s', (subject, found) => {
  const tag = findTag(subject, ['lgovsm', 'lgchat'])
  const said = tag && [tag.chat, tag.date, tag.key, tag.isQuestion ? '?' : undefined]
  expect(said?.filter((part) => part !== undefined).join(' ')).toBe(found)
})

// biome-ignore format: a table
test.each<[text: string, name: string, rest: string]>([
  ['Name to show: Ann\n\nSnow.', 'Ann', 'Snow.'],
  ['Snow.\n\nName to show: Ann B.', 'Ann B.', 'Snow.'],
  ['Name to show:\n\nSnow.', '', 'Snow.'],
  ['*Name to show:* Ann\nSnow.', 'Ann', 'Snow.'],
  ['Name to show (optional): Ann\nSnow.', 'Ann', 'Snow.'],
  ['name to show : anonymous\nSnow.', '', 'Snow.'],
  ['Name to show: -\nSnow.', '', 'Snow.'],
  ['Name to show: Siân Ó Brien\u0007\nSnow.', 'Siân Ó Brien', 'Snow.'],
  ['> Name to show: Ann\n> Snow.', 'Ann', '> Snow.'],
  ['Enw i’w ddangos: Siân\nEira.', 'Siân', 'Eira.'],
  ['My name to show is none', '', 'My name to show is none'],
  [`Name to show: ${'a'.repeat(500)}\nSnow.`, 'a'.repeat(80), 'Snow.'],
])('%j gives a name', (text, name, rest) => expect(takeName(text)).toEqual({ name, text: rest }))

// biome-ignore format: a table
test.each<[text: string, found: readonly string[]]>([
  ['Write to ann@example.org.', ['ann@example.org']],
  ['Call 020 7946 0000!', ['020 7946 0000']],
  ['(01632) 960 001', ['(01632) 960 001']],
  ['+44 1632 960001', ['+44 1632 960001']],
  ['SW1A 1AA', ['SW1A 1AA']],
  ['@sample said so in 2010-12-17, 1,000,000 times, at 13:02', []],
  ['https://example.org/a/01632960001', []],
  ['In 0 to 5 years', []],
])('in "%s" is what tells how to reach somebody', (text, found) => expect(findPersonal(text)).toEqual(found))

test.each<[text: string, name: string, found: readonly string[]]>([
  ['Snow maps: https://example.org', 'Ann', []],
  ['', '', ['empty']],
  ['https://example.org/a', '', ['nothing but links']],
  ['a https://e.org '.repeat(6), '', ['6 links']],
  ['Buy', 'www.example.org', ['a link as a name']],
  ['Buy [url=x]', '', ['markup of forums']],
])('of %j by %j is doubted', (text, name, found) => expect(findDoubts({ text, name })).toEqual(found))

test.each<[about: About, found: object]>([
  [{ chat: 'lgovsm' }, { date: undefined, key: undefined, isQuestion: true }],
  [
    { chat: 'lgovsm', date: '2010-12-17' },
    { date: '2010-12-17', key: undefined, isQuestion: false },
  ],
  [
    { chat: 'lgovsm', date: '2010-12-17', question: 'q2' },
    { date: '2010-12-17', key: 'q2', isQuestion: false },
  ],
])('what the ways in write into a subject is found: %j', (about, found) => {
  expect(findTag(`[${tagOf(about)}]`, ['lgovsm'])).toEqual({ chat: 'lgovsm', ...found })
})

test.each(Object.values(nameLine))('what the ways in ask for is found: %s', (line) => {
  expect(takeName(`${line}: \r\n\r\nSnow.`)).toEqual({ name: '', text: 'Snow.' })
  expect(takeName(`${line}: Ann\r\n\r\nSnow.`)).toEqual({ name: 'Ann', text: 'Snow.' })
})

const byHand = { chats: ['lgovsm'], now: '2010-12-18T09:00:00Z' }

test('a mail that is pasted with its head finds its place', () => {
  const pasted =
    'From: Ann <ann@example.org>\nSubject: Re: [lgovsm 2010-12-17 Q1]\n\nName to show: Ann\n\nSnow.'
  expect(toByHand({ ...byHand, pasted })).toMatchObject({
    network: 'hand',
    tag: { chat: 'lgovsm', date: '2010-12-17', key: 'q1', isQuestion: false },
    name: 'Ann',
    text: 'Snow.',
    consent: 'open',
  })
})
