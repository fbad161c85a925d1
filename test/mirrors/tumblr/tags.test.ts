import { expect, test } from 'vitest'
import { tagsOf } from '../../../scripts/mirrors/tumblr/tags.ts'
import { chat, session } from '../../builders.ts'

test.each([
  [[], []],
  [['snow days'], ['snow days']],
  [['budgets, cuts'], ['budgets cuts']],
  [['a，b'], ['a b']],
  [['#open  data'], ['open data']],
  [['LGOVSM', '2010', 'Snow', 'snow'], ['Snow']],
  [[',', ' ', '#'], []],
  [['x'.repeat(200)], ['x'.repeat(139)]],
])('topics %j', (tags, expected) => {
  expect(tagsOf(chat(), session([], { tags }))).toEqual(['lgovsm', '2010', ...expected])
})
