import { expect, test } from 'vitest'
import { compareSeries } from './change-series.ts'

test('after each of twenty random changes the site is the one that is built anew', async () => {
  const { kinds, compared, refused } = await compareSeries(2010, 20)
  expect(kinds).toBeGreaterThan(10)
  expect(compared).toBeGreaterThan(refused * 5 + 10)
}, 60_000)
