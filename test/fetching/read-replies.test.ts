import { expect, test } from 'vitest'
import { startStandIn } from '../../scripts/demo/stand-in.ts'
import { withReplies } from '../../scripts/fetching/read-replies.ts'
import { requireTimes } from '../../scripts/fetching/require-times.ts'
import { plainText } from '../../scripts/model/post.ts'
import { xSource } from '../../scripts/sources/x/source.ts'
import { chat } from '../builders.ts'

const at = (time: string) => `2010-12-17T${time}Z`

/** A host who puts Q2 below Q1, and people who forget the hashtag. */
const posts = [
  { at: at('13:00:00'), by: 'host', text: 'Q1 What works? #lgovsm' },
  { at: at('13:03:00'), by: 'ann', text: '@host Plain words #lgovsm', to: at('13:00:00') },
  { at: at('13:04:00'), by: 'ben', text: '@host Snow, mostly', to: at('13:00:00') },
  { at: at('13:05:00'), by: 'cat', text: '@ben Ours too', to: at('13:04:00') },
  { at: at('13:20:00'), by: 'host', text: 'Q2 What fails? #lgovsm', to: at('13:00:00') },
  { at: at('13:24:00'), by: 'dan', text: '@host Press releases', to: at('13:20:00') },
  { at: at('13:25:00'), by: 'eve', text: 'Lunch' },
  { at: at('19:00:00'), by: 'fay', text: '@host Too late', to: at('13:20:00') },
]
const lgovsm = chat({ hosts: ['host'], questions: 2 })

async function read(said = posts) {
  const standIn = await startStandIn({ posts: said })
  const source = xSource({ token: standIn.token, base: standIn.url })
  const wanted = {
    hashtags: ['#lgovsm'],
    from: at('12:00:00'),
    to: at('15:00:00'),
    now: '2010-12-20T09:00:00Z',
  }
  const times = requireTimes(lgovsm, '2010-12-17')
  const reading = await source(wanted)
  const all = await withReplies({ read: source, wanted, chat: lgovsm, times, reading })
  await standIn.close()
  return { reading, all, queries: standIn.requests.map(({ query }) => query.query) }
}

test('replies to question posts without the hashtag are added, each once, from the window alone', async () => {
  const { reading, all } = await read()
  expect(reading.posts).toHaveLength(3)
  expect(all.posts.map(plainText)).toEqual(posts.slice(0, 6).map(({ text }) => text))
  expect(all.found, 'what X counts is the search alone').toBe(reading.found)
})

test('questions in one thread are one conversation, and each search holds several', async () => {
  const { queries } = await read()
  expect(queries).toEqual(['#lgovsm -is:retweet', expect.stringMatching(/^conversation_id:\d+ -is:retweet$/)])
  const apart = await read(posts.map(({ to: _, ...post }) => post))
  expect(apart.queries[1]).toMatch(/^\(conversation_id:\d+ OR conversation_id:\d+\) -is:retweet$/)
})

test('where nobody asked, nothing more is searched', async () => {
  const { queries } = await read(posts.filter(({ by }) => by !== 'host').map(({ to: _, ...post }) => post))
  expect(queries).toEqual(['#lgovsm -is:retweet'])
})
