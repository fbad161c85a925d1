import { expect, test } from 'vitest'
import { peopleIn } from '../../scripts/model/people.ts'
import { groupBySite } from '../../scripts/model/shared-links.ts'
import { type SessionSummary, summarize } from '../../scripts/model/summary.ts'
import { chat, filed, post, segment, session } from '../builders.ts'

const link = { url: 'https://t.co/a', target: 'https://www.example.org/a', display: 'example.org/a' }
const toPost = {
  url: 'https://t.co/b',
  target: 'https://twitter.com/sam/status/12',
  display: 'twitter.com/s…',
}
const times = { start: '2010-12-17T13:00:00Z', end: '2010-12-17T13:30:00Z' }

test('a session as lists see it', () => {
  const held = session(
    [
      segment('before', [filed(post({ at: '12:58:00', by: 'dave' }))]),
      segment(
        'q1',
        [
          filed(post({ at: '13:01:00', by: 'sam', text: [link, ' and ', toPost] })),
          filed(post({ at: '13:02:00', by: 'eve', text: [link] }), { hidden: true }),
          filed(post({ at: '13:03:00', by: 'sam', text: [link] })),
        ],
        { ...times, question: 'How?' },
      ),
      segment('q2', [filed(post({ at: '13:31:00', by: 'sam' }))], {
        start: times.end,
        end: '2010-12-17T14:00:00Z',
      }),
      segment('outside', [filed(post({ at: '13:40:00', by: 'mallory' }))]),
    ],
    {
      title: 'Starting',
      plan: { hosts: ['ann'], questions: ['', 'Planned?'], time: undefined, minutes: undefined },
    },
  )
  const summary = summarize(chat(), held)
  expect(summary).toEqual({
    date: '2010-12-17',
    title: 'Starting',
    summary: '',
    checked: false,
    start: '2010-12-17T13:00:00Z',
    end: '2010-12-17T14:00:00Z',
    hosts: ['ann'],
    posts: 4,
    questions: [
      { key: 'q1', text: 'How?', posts: 2 },
      { key: 'q2', text: 'Planned?', posts: 1 },
    ],
    people: [
      { key: 'x:u-dave', handle: 'dave', name: 'dave', posts: 1, questions: [], first: '125800' },
      { key: 'x:u-sam', handle: 'sam', name: 'sam', posts: 3, questions: [1, 2], first: '130100' },
    ],
    links: [{ target: 'https://www.example.org/a', display: 'example.org/a', first: '130100' }],
  })
  expect(JSON.parse(JSON.stringify(summary))).toEqual(summary)
})

test('a session that is only planned has its times and questions, and no posts', () => {
  const plan = { hosts: undefined, questions: ['One?', 'Two?'], time: '14:30', minutes: 30 }
  expect(summarize(chat(), session([], { plan }))).toMatchObject({
    posts: 0,
    start: '2010-12-17T14:30:00Z',
    end: '2010-12-17T15:00:00Z',
    questions: [
      { key: 'q1', text: 'One?', posts: 0 },
      { key: 'q2', text: 'Two?', posts: 0 },
    ],
  })
})

test('people stand A to Z, each at the first handle seen', () => {
  const people = peopleIn([
    held('2010-12-03', [person('x:1', 'Zoe', 'zoe'), person('x:2', 'Élan', 'Sam')]),
    held('2010-12-10', [person('x:1', 'Zoe J', 'zoe_new'), person('x:3', '  ☃ Ann', 'sam')]),
    held('2010-12-17', [person('x:4', 'Con', 'con'), person('x:5', 'Dot', '../a/b.'), { ...person('x=Jo', 'Jo', ''), handle: undefined }]), // biome-ignore format: a table
  ])
  expect(people.map(({ name, slug, handle, sessions }) => [name, slug, handle, sessions.length])).toEqual([
    ['  ☃ Ann', 'sam-2', 'sam', 1],
    ['Con', 'con_', 'con', 1],
    ['Dot', '-a-b', '../a/b.', 1],
    ['Élan', 'Sam', 'Sam', 1],
    ['Zoe J', 'zoe', 'zoe_new', 2],
  ])
})

test('links by site', () => {
  const links = ['https://b.org/1', 'http://www.a.org', 'https://B.org:8080/2', 'https://user@c.org/'].map(
    (target) => ({ target }),
  )
  expect(groupBySite(links).map(({ site, links: shared }) => [site, shared.length])).toEqual([
    ['a.org', 1],
    ['b.org', 2],
    ['c.org', 1],
  ])
})

type Part = SessionSummary['people'][number] | { readonly handle: undefined }

function person(key: string, name: string, handle: string): SessionSummary['people'][number] {
  return { key, name, handle, posts: 1, questions: [], first: '130000' }
}

function held(date: string, people: readonly Part[]): SessionSummary {
  return { ...summarize(chat(), session([], { date })), people: JSON.parse(JSON.stringify(people)) }
}
