import { expect, test } from 'vitest'
import { fuzz } from './fuzz.ts'

test('a thousand posts that nobody would write make pages like any other', () => {
  expect(fuzz(1000, 1)).toEqual({ posts: 1000, failure: undefined })
})
