import { expect, test } from 'vitest'
import { compareSeries } from './change-series.ts'

test.each([1, 2, 3, 4])(
  'after each of fifty random changes the site is the one that is built anew, %i',
  async (seed) => {
    const { kinds, compared, refused } = await compareSeries(seed, 50)
    expect(kinds).toBeGreaterThan(20)
    expect(compared).toBeGreaterThan(refused * 5 + 10)
  },
)
