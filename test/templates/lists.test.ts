import { expect, test } from 'vitest'
import { addDays } from '../../scripts/model/date.ts'
import type { Person } from '../../scripts/model/people.ts'
import { summarize } from '../../scripts/model/summary.ts'
import { groupByLetter } from '../../templates/parts/letters.ts'
import { siteData } from '../../templates/parts/site-data.ts'
import { yearParts } from '../../templates/parts/year-parts.ts'
import { chat, filed, post, segment, session } from '../builders.ts'
import { site } from './site.ts'

test.each([
  [3, [[undefined, 3]]],
  [104, [[undefined, 104]]],
  [
    120,
    [
      [undefined, 64],
      ['2013', 12],
      ['2012', 52],
      ['2011', 52],
      ['2010', 4],
    ],
  ],
])('%i sessions are cut by year where they are many', (count, parts) => {
  const summaries = Array.from({ length: count }, (_, week) => {
    const held = session([segment('q1', [filed(post())])], { date: addDays('2010-12-10', 7 * week) })
    return summarize(chat(), held)
  })
  const [data] = siteData({ site, pages: [] }, [{ chat: chat(), summaries }]).chats
  if (!data) throw new Error('no chat')
  expect(yearParts(data).map(({ year, sessions }) => [year, sessions.length])).toEqual(parts)
})

test('names stand under their first letter without its accent, all others last', () => {
  const people = ['Ann', 'Élan', 'eve', '王', '"Zoe"', '7 of 9'].map(
    (name): Person => ({ key: name, slug: name, handle: name, name, sessions: [] }),
  )
  expect(
    groupByLetter(people).map(({ letter, people: group }) => [letter, group.map(({ name }) => name)]),
  ).toEqual([
    ['A', ['Ann']],
    ['E', ['Élan', 'eve']],
    ['Z', ['"Zoe"']],
    ['', ['王', '7 of 9']],
  ])
})
