import { expect, test } from 'vitest'
import { noWays, type TakePart } from '../../scripts/model/take-part.ts'
import { type About, tagOf, waysIn } from '../../scripts/model/ways-in.ts'

const answer: About = { chat: 'lgovsm', date: '2010-12-17', question: 'q2' }
const question: About = { chat: 'lgovsm' }

// biome-ignore format: a table
const cases: [way: Partial<TakePart>, about: About, href: string][] = [
  [{ email: 'ask@example.org' }, answer, 'mailto:ask@example.org?subject=%5Blgovsm%202010-12-17%20Q2%5D&body=Name%20to%20show:%20%0D%0A%0D%0A'],
  [{ email: 'ask@example.org' }, question, 'mailto:ask@example.org?subject=%5Blgovsm%20question%5D&body=Name%20to%20show:%20%0D%0A%0D%0A'],
  [{ email: '100%sure@example.org' }, { ...answer, question: undefined }, 'mailto:100%25sure@example.org?subject=%5Blgovsm%202010-12-17%5D&body=Name%20to%20show:%20%0D%0A%0D%0A'],
  [{ form: 'https://forms.example/f/1' }, answer, '/lgovsm/2010-12-17/answer/#q2'],
  [{ form: 'https://forms.example/f/1' }, question, '/lgovsm/ask/'],
  [{ formPage: 'https://forms.example/1?entry.1={date}&entry.2={question}&entry.3={chat}' }, answer, 'https://forms.example/1?entry.1=2010-12-17&entry.2=Q2&entry.3=lgovsm'],
  [{ formPage: 'https://forms.example/%7Btag%7D/x' }, answer, 'https://forms.example/lgovsm%202010-12-17%20Q2/x'],
  [{ formPage: 'https://forms.example/1?q={question}' }, question, 'https://forms.example/1?q='],
  [{ tumblr: 'https://lgovsm.tumblr.com/ask' }, answer, 'https://lgovsm.tumblr.com/ask'],
  [{ message: 'https://x.com/messages/compose?recipient_id=12' }, answer, 'https://x.com/messages/compose?recipient_id=12'],
  [{ github: 'anne/lgovsm' }, answer, 'https://github.com/anne/lgovsm/issues/new?template=answer.yml&title=%5Blgovsm%202010-12-17%20Q2%5D'],
  [{ github: 'anne/lgovsm' }, question, 'https://github.com/anne/lgovsm/issues/new?template=question.yml&title=%5Blgovsm%20question%5D'],
]

test.each(cases)('%j for %j leads to %s', (way, about, href) => {
  const found = waysIn({ language: 'en', takePart: { ...noWays, ...way } }, about)
  expect(found.map((one) => one.href)).toEqual([href])
})

test('the simplest comes first, in the words of the site', () => {
  const all: TakePart = {
    email: 'ask@example.org',
    form: 'https://forms.example/f/1',
    formPage: undefined,
    tumblr: 'https://lgovsm.tumblr.com/ask',
    message: 'https://x.com/messages/compose',
    github: 'anne/lgovsm',
  }
  const labels = (language: 'en' | 'cy') =>
    waysIn({ language, takePart: all }, answer).map(({ label }) => label)
  expect(labels('en')).toEqual(['by e-mail', 'by form', 'on Tumblr', 'by message', 'on GitHub'])
  expect(labels('cy')[0]).toBe('drwy e-bost')
})

test('there is none where the host set none up', () => {
  expect(waysIn({ language: 'en' }, answer)).toEqual([])
  expect(waysIn({ language: 'en', takePart: noWays }, answer)).toEqual([])
})

test('the tag names chat, session and question', () => {
  expect([tagOf(answer), tagOf({ ...answer, question: 'after' }), tagOf(question)]).toEqual([
    'lgovsm 2010-12-17 Q2',
    'lgovsm 2010-12-17',
    'lgovsm question',
  ])
})
