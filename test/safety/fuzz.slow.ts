import { expect, test } from 'vitest'
import { fuzz } from './fuzz.ts'

test('twenty thousand posts that nobody would write make pages like any other', () => {
  expect(fuzz(20_000, 2)).toEqual({ posts: 20_000, failure: undefined })
})
