import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toSource } from '../../scripts/markdown/lines.ts'
import { formatSegment, parseSegment } from '../../scripts/markdown/segment-file.ts'
import { adoptLedger, emptyLedger } from '../../scripts/model/ledger.ts'
import { withdraw } from '../../scripts/model/withdraw.ts'
import { postsAlone } from '../../scripts/model/withdrawn.ts'
import { hostilePost } from '../arbitrary-post.ts'
import { filed, post, segment, session } from '../builders.ts'

const clock = (instant: string) => instant.slice(11, 19)

test('of a removed post, whatever it said, nothing is left but id, time and place in the thread', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(hostilePost, { minLength: 1, maxLength: 4, selector: ({ id }) => id }),
      (posts) => {
        const before = session([
          segment(
            'q1',
            posts.map((one) => filed(one)),
          ),
        ])
        const gone = new Set(posts.slice(0, 2).map(({ id }) => id))
        const after = withdraw(before, adoptLedger(before), postsAlone(gone))
        const items = after.session.segments.flatMap((one) => one.posts)
        expect(items.map((one) => [one.anchor, one.post.at, one.post.id])).toEqual(
          before.segments.flatMap((one) => one.posts).map((one) => [one.anchor, one.post.at, one.post.id]),
        )
        for (const [i, { post: left }] of items.entries()) {
          const was = posts[i]
          if (!gone.has(left.id)) continue
          const { id, at, replyTo, conversation, removed, ...rest } = left
          expect([replyTo, conversation, removed]).toEqual([was?.replyTo, was?.conversation, true])
          expect(JSON.stringify(rest)).toBe(
            '{"author":{"name":""},"text":[],"media":[],"versions":[],"sensitive":false,"withheldIn":[]}',
          )
          expect(after.ledger.posts.get(id)?.fields).toEqual({})
        }
        expect(withdraw(after.session, after.ledger, postsAlone(gone))).toMatchObject({
          removed: [],
          stripped: [],
        })
      },
    ),
    { numRuns: 500 },
  )
})

test('words that a host leaves below `removed` are not read', () => {
  const said = post({
    text: 'Plain words',
    media: [
      { kind: 'photo', url: 'https://pbs.twimg.com/a.jpg', file: 'a.jpg', alt: 'Snow', width: 1, height: 1 },
    ],
  })
  const text = formatSegment(segment('q1', [filed(said, { note: 'A note.' })]), clock).replace(
    ' why=',
    ' removed why=',
  )
  const [block] = parseSegment(toSource('q1.md', text), 'q1').blocks
  expect(text).toContain('Plain words')
  expect(block).toMatchObject({
    note: 'A note.',
    post: { removed: true, text: [], media: [], author: { name: '' } },
  })
})

// biome-ignore format: a table
test.each([
  ['a native repeat of it', post({ id: '2', by: 'ben', text: 'RT @sam: Plain words', repostOf: '1' }), true],
  ['a version of it', post({ id: '2', versions: ['1', '2'] }), true],
  ['what somebody copied by hand', post({ id: '2', by: 'ben', text: 'RT @sam: Plain words' }), false],
  ['an answer to it', post({ id: '2', by: 'ben', replyTo: '1' }), false],
])('of a removed post, %s', (_, other, isRemoved) => {
  const before = session([segment('q1', [filed(other)])])
  const { removed } = withdraw(before, emptyLedger, postsAlone(new Set(['1'])))
  expect(removed.length > 0).toBe(isRemoved)
})
