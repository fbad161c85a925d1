import { expect, test } from 'vitest'
import { monthPrice } from '../../scripts/model/price.ts'
import { addBrought, addMessages, monthOf, nothingSpent } from '../../scripts/model/spending.ts'

const now = '2010-12-17T13:00:00Z'

test('a month is the sum of posts, people and direct messages, in whichever order they were read', () => {
  const brought = { posts: ['1', '2'], people: ['71'] }
  const first = addMessages(addBrought(nothingSpent, brought, now).spending, 30, now)
  const second = addBrought(addMessages(nothingSpent, 30, now), brought, now).spending
  for (const spending of [first, second]) {
    expect(monthOf(spending, '2010-12')).toEqual({ posts: 2, people: 1, messages: 30 })
    expect(monthPrice(monthOf(spending, '2010-12'))).toBeCloseTo(0.32)
  }
  expect(addBrought(first, brought, now).added, 'they cost once a day').toEqual({ posts: 0, people: 0 })
})
