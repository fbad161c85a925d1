import { describe, expect, test } from 'vitest'
import { type FaultCase, faultCases } from '../../../scripts/bench/faults/fault-cases.ts'
import { askedAgain, tryFault } from '../../../scripts/bench/faults/try-fault.ts'
import { faults } from '../../../scripts/demo/faults.ts'
import { fakeX, page } from './fake-x.ts'

const whole = await tryFault()

describe.each(faultCases)('$name', (one) => {
  test(`${one.strikes}: ${one.ends === 'whole' ? 'no post is lost, none comes twice' : 'ends in a sentence'}`, async () => {
    const tried = await tryFault(one)
    if (one.ends === 'whole') return expect(tried.posts).toEqual(whole.posts)
    expect(tried.sentence).toMatch(one.ends)
    const next = await tryFault(undefined, tried.pages)
    expect(next.posts).toEqual(whole.posts)
    expect(askedAgain(tried, next)).toBe(0)
    return undefined
  })
})

const rateLimited: FaultCase = {
  name: '429',
  fault: () => faults.rateLimited(40),
  strikes: 'once',
  ends: 'whole',
}

test('a wait is counted down, and takes as long as X says', async () => {
  const { countdowns, waited } = await tryFault(rateLimited)
  expect(countdowns).toHaveLength(1)
  expect(countdowns[0]).toBeGreaterThan(38)
  expect(waited).toBeGreaterThan(38)
  expect(waited).toBeLessThan(45)
})

test('reading as a whole has an end', async () => {
  const { sentence } = await tryFault({ ...rateLimited, settings: { longestRunMillis: 10_000 } })
  expect(sentence).toMatch(/too long to wait for/)
})

test('an answer of 500 MB is not kept in memory', async () => {
  const before = process.memoryUsage().rss
  let most = before
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 5)
  await tryFault({ ...rateLimited, fault: () => faults.huge() })
  clearInterval(timer)
  expect((most - before) / 1e6).toBeLessThan(150)
})

test('the host that a redirect points to hears nothing', async () => {
  const other = await fakeX([{ body: page(['1']) }])
  const target = `${other.base}tweets/search/recent`
  const { sentence } = await tryFault({ ...rateLimited, fault: () => faults.redirect(target) })
  other.close()
  expect(sentence).toMatch(/where the token was not sent/)
  expect(other.requests).toEqual([])
})
