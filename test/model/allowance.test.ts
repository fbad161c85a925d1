import { describe, expect, test } from 'vitest'
import { counted, freeFrom, type Limit, nothingDone } from '../../scripts/model/allowance.ts'

const limits: readonly Limit[] = [
  { what: 'calls', most: 3, seconds: 60 },
  { what: 'calls', most: 5, seconds: 3600 },
  { what: 'posts', most: 0, seconds: 60 },
]
const at = (...seconds: number[]) => ({ ...nothingDone, calls: seconds.map((second) => second * 1000) })

describe('from when on more may be done', () => {
  test.each([
    ['nothing was done', at(), 1, 100, undefined],
    ['room for one more', at(90, 95), 1, 100, undefined],
    ['the minute is full until its first call is a minute old', at(50, 90, 95), 1, 100, 110],
    ['two more need two calls to pass', at(50, 90, 95), 2, 100, 150],
    ['a call of just a minute ago is past', at(40, 90, 95), 1, 100, undefined],
    ['the hour is full, the minute is not', at(10, 20, 30, 3000, 3001), 1, 3100, 3610],
    ['more than there ever is', at(), 4, 100, Number.POSITIVE_INFINITY],
  ] as const)('%s', (_, done, count, now, expected) => {
    const from = freeFrom(done, limits, { what: 'calls', count, now: now * 1000 })
    expect(from === undefined ? undefined : from / 1000).toBe(expected)
  })

  test('a limit of none is never free', () => {
    const need = { what: 'posts', count: 1, now: 0 } as const
    expect(freeFrom(nothingDone, limits, need)).toBe(Number.POSITIVE_INFINITY)
  })

  test('what has no limit is free', () => {
    expect(freeFrom(nothingDone, limits, { what: 'old', count: 99, now: 0 })).toBe(undefined)
  })
})

test('what is older than a day is forgotten, and what a wrong clock wrote ahead', () => {
  const now = 200_000_000
  const done = at(now / 1000 - 86_401, now / 1000 - 86_399, now / 1000 + 60)
  expect(counted(done, { what: 'calls', count: 2, now }).calls).toEqual([now - 86_399_000, now, now])
})
