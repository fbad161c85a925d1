import { describe, expect, test } from 'vitest'
import { toArchive } from '../../scripts/demo/archive.ts'
import { parseQuery } from '../../scripts/demo/query.ts'
import { Refused } from '../../scripts/demo/refusals.ts'

const at = (n: number) => `2010-12-17T13:00:0${n}Z`
const { versions } = toArchive({
  people: [],
  posts: [
    { at: at(1), by: 'host', text: 'Q1 Why? #LGovSM' },
    { at: at(2), by: 'ann', text: 'Because', to: at(1) },
    { at: at(3), by: 'bob', text: 'A1 no #lgchat', lang: 'cy' },
    { at: at(4), by: 'bob', text: 'RT @host: Q1 Why? #lgovsm', retweets: at(1) },
    { at: at(5), by: 'ann', text: 'This #lgovsm https://example.org', quotes: at(3) },
  ],
  mediaUrl: (file) => file,
})
const root = versions.at(-1)?.tweet.id

/** The seconds of the posts found, oldest first. */
function found(query: string): number[] {
  const matches = parseQuery(query)
  const hits = versions.filter(({ tweet }) => matches(tweet, handles[tweet.author_id] ?? ''))
  return hits.map(({ tweet }) => Number(tweet.created_at.slice(18, 19))).reverse()
}
const handles = Object.fromEntries(
  versions.map(({ tweet }) => [
    tweet.author_id,
    { 1: 'host', 2: 'ann', 3: 'bob', 4: 'bob', 5: 'ann' }[tweet.created_at.slice(18, 19)],
  ]),
)

describe('parseQuery', () => {
  test.each([
    ['#lgovsm', [1, 4, 5]],
    ['#lgovsm -is:retweet', [1, 5]],
    ['(#lgovsm OR #lgchat) -is:retweet', [1, 3, 5]],
    ['#lgovsm OR #lgchat', [1, 3, 4, 5]],
    [`conversation_id:${root}`, [1, 2]],
    [`(#lgovsm OR conversation_id:${root}) -is:retweet`, [1, 2, 5]],
    ['from:ann', [2, 5]],
    ['#lgovsm -from:host -(is:retweet OR is:quote)', []],
    ['#lgovsm is:quote', [5]],
    ['"a1 NO"', [3]],
    ['because', [2]],
    ['@host', [4]],
    ['#lgovsm has:links', [5]],
    ['#lgchat lang:cy', [3]],
  ])('%s finds %j', (query, seconds) => {
    expect(found(query)).toEqual(seconds)
  })

  test.each([
    '(#lgovsm',
    '#lgovsm)',
    '#lgovsm OR',
    'OR #lgovsm',
    '()',
    '-is:retweet',
    'is:retweet',
    'nosuch:thing',
    '#a OR is:reply',
    '-',
  ])('%s is refused', (query) => {
    expect(() => parseQuery(query)).toThrow(Refused)
  })
})
