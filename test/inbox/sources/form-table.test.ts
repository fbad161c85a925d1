import { expect, test } from 'vitest'
import { parseFormTable } from '../../../scripts/inbox/sources/form-table.ts'
import { chat } from '../../builders.ts'

const now = '2010-12-20T00:00:00Z'
const parse = (text: string) => parseFormTable(text, 'answers.csv', { chats: [chat()], now })

const q2 = { chat: 'lgovsm', date: '2010-12-17', key: 'q2', isQuestion: false }

test.each<[service: string, table: string, expected: object]>([
  [
    'the form of the site',
    'Submission ID,Submitted at,subject,name,message,website\n7,2010-12-17T13:05:00Z,[lgovsm 2010-12-17 Q2],Ann,"Snow, maps.",\n',
    { at: '2010-12-17T13:05:00Z', tag: q2, name: 'Ann', text: 'Snow, maps.', doubts: [] },
  ],
  [
    'a spreadsheet of a form, local times',
    'Timestamp,Name to show (may stay empty),Your answer,Email address,Subject\n17/12/2010 13:05:09,,"Two\nlines",Ann@Example.org,lgovsm 2010-12-17 Q2\n',
    { at: '2010-12-17T13:05:09Z', tag: q2, name: '', text: 'Two\nlines', sender: 'ann@example.org' },
  ],
  [
    'columns for chat, session and question, with semicolons',
    'Chat;Session;Which question;Name;Answer\nlgovsm;2010-12-17;2;Ben;Plain words.\n',
    { at: now, tag: q2, name: 'Ben', text: 'Plain words.' },
  ],
  [
    'a question for next time',
    '\ufeffdate,subject,yourname,your question\n2010-12-18 09:00,[lgovsm question],Cat,Who reads the minutes?\n',
    { at: '2010-12-18T09:00:00Z', tag: { isQuestion: true }, name: 'Cat', text: 'Who reads the minutes?' },
  ],
  [
    'Welsh headers',
    'Stamp amser,Pwnc,Enw i’w ddangos,Eich ateb\n2010-12-17 13:05,[lgovsm 2010-12-17 Q2],Siân,Eira.\n',
    { tag: q2, name: 'Siân', text: 'Eira.' },
  ],
  [
    'a field that people do not see',
    'subject,name,message,website\n[lgovsm 2010-12-17 Q2],Bot,Buy,https://shop.example\n',
    { doubts: ['a field was filled in that people do not see'] },
  ],
])('the export is read: %s', (_, table, expected) => {
  expect(parse(table)[0]).toMatchObject(expected)
})

test('a table without words says so', () =>
  expect(() => parse('a,b\n1,2\n')).toThrow(
    'answers.csv:1: no column holds the words: name it "message" in the first line',
  ))

test('exported again with a row more, only that row is new', () => {
  const head = 'time,subject,message\n'
  const row = '2010-12-17 13:05,[lgovsm 2010-12-17 Q2],Snow.\n'
  const [first] = parse(head + row)
  const again = parse(`${head}2010-12-17 13:04,[lgovsm 2010-12-17 Q2],Rain.\n${row}`)
  expect(again.map(({ sourceIds }) => sourceIds)).toContainEqual(first?.sourceIds)
  expect(again[0]?.sourceIds).not.toEqual(first?.sourceIds)
})
