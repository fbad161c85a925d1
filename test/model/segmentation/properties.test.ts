import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Post } from '../../../scripts/model/post.ts'
import { slotOn } from '../../../scripts/model/schedule.ts'
import { segmentPosts } from '../../../scripts/model/segmentation/segment-posts.ts'
import type { SegmentationInput } from '../../../scripts/model/segmentation/types.ts'
import { hostilePost } from '../../arbitrary-post.ts'
import { chat, post } from '../../builders.ts'

const pieces = [
  'Q1. ', 'Q2) ', 'Question 3: ', 'T4/ ', 'Q77. ', 'A1 ', 'A2: ', 'A3', 'a9 ', '@host ', '@sam ', '.@kim ', '@lee ', 'RT @host: ', '#lgovsm ', '#a2 ',
  '#x #y #z ', 'What works? ', 'Tea ', 'Thanks ', 'Next week ', '(2/2) ', '… ', 'again ', '\n', '＃lgovsm ', 'https://x.com/sam/status/5 ', '5,000 ', '2010 ',
] // biome-ignore format: a table

const handle = fc.constantFrom('host', 'Host', 'sam', 'kim', 'lee', 'pat')
const id = fc.integer({ min: 1, max: 30 }).map(String)
const maybeId = fc.option(id, { nil: undefined, freq: 2 })

/** Posts of an afternoon by few people, who write what matters here, with parents and repeated ids. */
const lively: fc.Arbitrary<Post> = fc
  .record({
    id,
    minutes: fc.integer({ min: -90, max: 200 }),
    by: handle,
    text: fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((found) => found.join('')),
    replyTo: maybeId,
    quotes: maybeId,
    repostOf: fc.option(id, { nil: undefined, freq: 9 }),
  })
  .map(({ minutes, ...rest }) =>
    post({ ...rest, at: new Date(Date.UTC(2010, 11, 17, 13, minutes)).toISOString().replace('.000', '') }),
  )

const posts = fc.array(fc.oneof({ weight: 4, arbitrary: lively }, { weight: 1, arbitrary: hostilePost }), {
  maxLength: 40,
})

const input: fc.Arbitrary<SegmentationInput> = fc
  .record({
    posts,
    questions: fc.integer({ min: 0, max: 5 }),
    planned: fc.option(fc.array(fc.constantFrom('', 'What works?'), { maxLength: 5 }), { nil: undefined }),
    moved: fc.array(fc.tuple(id, fc.constantFrom('before', 'q1', 'q4', 'q9', 'after', 'outside', 'nowhere'))),
  })
  .map(({ questions, moved, ...rest }) => {
    const ownChat = chat({ questions, hosts: ['host'], leaveOut: ['pat'] })
    const slot = slotOn(ownChat, '2010-12-17')
    if (slot.kind !== 'session') throw new Error('a Friday has a session')
    return { ...rest, times: slot.times, chat: ownChat, corrections: new Map(moved) }
  })

test('every post ends in exactly one place that is there', () => {
  fc.assert(
    fc.property(input, (given) => {
      const { segments, filings } = segmentPosts(given)
      const places = new Set(['before', ...segments.map(({ key }) => key), 'after', 'outside'])
      expect([...filings.keys()].sort()).toEqual([...new Set(given.posts.map((item) => item.id))].sort())
      for (const filing of filings.values()) {
        expect(places).toContain(filing.key)
        expect(filing.why).toMatch(/^[a-z-]+$/)
        if (filing.runnerUp) expect(places).toContain(filing.runnerUp.key)
        expect(filing.runnerUp?.key).not.toBe(filing.key)
      }
    }),
    { numRuns: 300 },
  )
})

test('the order in which posts come in changes nothing', () => {
  const shuffled = input.chain((given) =>
    fc.tuple(fc.constant(given), fc.shuffledSubarray([...given.posts], { minLength: given.posts.length })),
  )
  fc.assert(
    fc.property(shuffled, ([given, other]) => {
      const found = segmentPosts({ ...given, posts: other })
      expect([...found.filings]).toEqual([...segmentPosts(given).filings])
      expect(found.segments).toEqual(segmentPosts(given).segments)
    }),
    { numRuns: 300 },
  )
})

test('what the host moved stays there', () => {
  fc.assert(
    fc.property(input, (given) => {
      const { filings } = segmentPosts(given)
      for (const [moved, key] of given.corrections) {
        const filing = filings.get(moved)
        if (filing && key !== 'nowhere') expect(filing).toMatchObject({ key, why: 'host' })
      }
    }),
    { numRuns: 200 },
  )
})

test('segments are numbered from 1, and each ends where another begins', () => {
  fc.assert(
    fc.property(input, (given) => {
      const { segments } = segmentPosts(given)
      expect(segments.map(({ key }) => key)).toEqual(segments.map((_, i) => `q${i + 1}`))
      const inTime = segments.toSorted((a, b) =>
        a.start < b.start ? -1 : a.start > b.start ? 1 : a.end < b.end ? -1 : 1,
      )
      inTime.forEach(({ end, start }, i) => {
        expect(start <= end).toBe(true)
        const next = inTime[i + 1]
        if (next) expect(end <= next.start).toBe(true)
      })
    }),
    { numRuns: 200 },
  )
})
