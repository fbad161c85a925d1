import fc from 'fast-check'
import twitterText from 'twitter-text'
import { describe, expect, test } from 'vitest'
import { emptyLedger } from '../../scripts/model/ledger.ts'
import type { Post } from '../../scripts/model/post.ts'
import { withRelays } from '../../scripts/model/relay.ts'
import { relayLine } from '../../scripts/model/relay-line.ts'
import { saidPosts } from '../../scripts/model/shown.ts'
import { summarize } from '../../scripts/model/summary.ts'
import { withdraw } from '../../scripts/model/withdraw.ts'
import { postsAlone } from '../../scripts/model/withdrawn.ts'
import { hostileText } from '../arbitrary-post.ts'
import { chat, filed, post, segment, sentIn, session } from '../builders.ts'

const lgovsm = chat({ hosts: ['host'] })
const long = `Start with ${'the libraries and '.repeat(30)}the parks.`

describe('the line that passes an answer on', () => {
  test.each<[string, string, Partial<Parameters<typeof sentIn>[0]>]>([
    [
      'A2 Gwen Parry, by e-mail: Libraries first. #lgovsm',
      'q2',
      { name: 'Gwen Parry', text: 'Libraries first.' },
    ],
    ['A2 Sent in by e-mail: Libraries first. #lgovsm', 'q2', { text: 'Libraries\n\nfirst.' }],
    ['A1 Gwen, on Tumblr: Yes #lgovsm', 'q1', { id: 'tumblr:1', name: ' Gwen ', text: 'Yes #lgovsm' }],
    ['A1 Sent in: Yes #lgovsm', 'q1', { id: 'hand:1', text: 'Yes' }],
    ['Gwen, sent in: Yes #lgovsm', 'before', { id: 'hand:1', name: 'Gwen', text: 'Yes' }],
  ])('%s', (line, key, sent) => {
    expect(relayLine({ post: sentIn(sent), key }, lgovsm)).toBe(line)
  })

  test('is cut at a word where it has to be', () => {
    const line = relayLine({ post: sentIn({ name: 'Gwen', text: long }), key: 'q2' }, lgovsm)
    expect(line).toMatch(/^A2 Gwen, by e-mail: Start with the libraries .*(the|libraries|and)… #lgovsm$/)
    expect(twitterText.parseTweet(line).weightedLength).toBeGreaterThan(265)
  })

  test('never weighs more than a post may, whatever it says', () => {
    const wide = fc.oneof(
      hostileText,
      fc.constantFrom('語'.repeat(400), `${'x'.repeat(900)} y`, 'https://example.org/ '.repeat(40)),
    )
    fc.assert(
      fc.property(fc.array(wide, { maxLength: 40 }), (texts) => {
        const line = relayLine({ post: sentIn({ name: 'Gwen', text: texts.join(' ') }), key: 'q2' }, lgovsm)
        expect(twitterText.parseTweet(line).weightedLength).toBeLessThanOrEqual(280)
      }),
      { numRuns: 300 },
    )
  })
})

const sent = sentIn({ at: '13:22:11', name: 'Gwen Parry', text: 'Start with the libraries.' })
const line = relayLine({ post: sent, key: 'q2' }, lgovsm)
const relay = post({ at: '13:25:00', by: 'Host', text: line })

const together = (...posts: readonly Post[]) => [
  segment(
    'q2',
    posts.map((item) => filed(item)),
  ),
]
const relaysIn = (posts: readonly Post[]) =>
  withRelays(together(...posts), ['host']).flatMap((one) => one.posts.map((item) => item.relay))

describe('a host’s post that passes an answer on', () => {
  test.each<[string, Post, string | undefined]>([
    ['as it was proposed', relay, relay.id],
    ['with more behind it', { ...relay, text: [`${line} thanks!`] }, relay.id],
    [
      'with other spaces, marks and capitals',
      { ...relay, text: [line.toUpperCase().replace(', ', '  ')] },
      relay.id,
    ],
    ['by somebody else', { ...relay, author: { id: '1', handle: 'ann', name: '' } }, undefined],
    ['under another question', { ...relay, text: [line.replace('A2', 'A1')] }, undefined],
    ['in other words', { ...relay, text: ['A2 Gwen says: libraries #lgovsm'] }, undefined],
  ])('%s', (_, item, found) => {
    expect(relaysIn([sent, item])).toEqual([found, undefined])
  })

  test('is found where it was cut, and where the network shortened a link', () => {
    const cut = sentIn({ text: long })
    const linked = sentIn({ id: 'email:b', text: 'See https://example.gov.uk/survey for that' })
    const shortened = relayLine({ post: linked, key: 'q2' }, lgovsm).replace(/https:\S+/, 'https://t.co/abc')
    const posts = [
      cut,
      linked,
      post({ at: '13:26:00', by: 'host', text: relayLine({ post: cut, key: 'q2' }, lgovsm) }),
      post({ at: '13:27:00', by: 'host', text: shortened }),
    ]
    expect(relaysIn(posts)).toEqual([posts[2]?.id, posts[3]?.id, undefined, undefined])
  })

  test('passes on one answer only', () => {
    expect(relaysIn([sent, { ...sent, id: 'email:zz' }, relay])).toEqual([relay.id, undefined, undefined])
  })

  test('is none where the host says so', () => {
    const [one] = together(sent, relay)
    const said = {
      ...segment('q2', []),
      posts: one?.posts.map((item, i) => (i === 0 ? { ...item, relay: 'none' } : item)) ?? [],
    }
    expect(withRelays([said], ['host'])[0]?.posts[0]?.relay).toBe('none')
    expect(saidPosts(session([said])).map(({ id }) => id)).toEqual([sent.id, relay.id])
  })
})

describe('the two are one', () => {
  const both = session(withRelays(together(sent, relay), ['host']))

  test('on the page', () => {
    expect(saidPosts(both).map(({ id, relayed }) => [id, relayed?.post.id])).toEqual([[sent.id, relay.id]])
  })

  test('in the numbers', () => {
    const { posts, people } = summarize(lgovsm, both)
    expect([posts, people.map(({ name }) => name)]).toEqual([1, ['Gwen Parry']])
  })

  test('when the answer is withdrawn: nothing of it is left in either', () => {
    const { session: left, removed } = withdraw(both, emptyLedger, postsAlone(new Set([sent.id])))
    expect(removed.map(({ id }) => id)).toEqual([sent.id, relay.id])
    expect(JSON.stringify(left)).not.toContain('libraries')
  })
})
