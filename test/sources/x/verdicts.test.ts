import { expect, test } from 'vitest'
import { answer } from '../../../scripts/sources/x/answer.ts'
import { judge } from '../../../scripts/sources/x/verdicts.ts'

const id = '15753383650521088'
const tweet = { id, text: 'A1 Plain words', author_id: '7' }
const type = (kind: string) => ({ type: `https://api.twitter.com/2/problems/${kind}` })
const problem = (kind: string, rest: object = {}) => ({
  ...type(kind),
  parameter: 'ids',
  value: id,
  resource_id: id,
  resource_type: 'tweet',
  ...rest,
})
const author = (rest: object) => ({ users: [{ id: '7', name: 'Sam', username: 'sam', ...rest }] })

// biome-ignore format: a table
test.each<[string, object, string]>([
  ['the post', { data: [tweet] }, 'there'],
  ['the post, and a problem with what it quotes', { data: [tweet], errors: [problem('resource-not-found', { parameter: 'referenced_tweets.id' })] }, 'there'],
  ['the post, and that it is not found', { data: [tweet], errors: [problem('resource-not-found')] }, 'there'],
  ['the post with a newer version', { data: [{ ...tweet, edit_history_tweet_ids: [id, '15753999999999999'] }] }, 'edited'],
  ['the same in the names of 2026', { data: [{ ...tweet, edit_history_post_ids: [id, '15753999999999999'] }] }, 'edited'],
  ['not found', { errors: [problem('resource-not-found')] }, 'deleted'],
  ['not found, by its value alone', { errors: [problem('resource-not-found', { resource_id: undefined })] }, 'deleted'],
  ['not found, from another host', { errors: [problem('resource-not-found', { type: 'https://api.x.com/2/problems/resource-not-found' })] }, 'deleted'],
  ['not authorized', { errors: [problem('not-authorized-for-resource')] }, 'private'],
  ['the post, by an account that is protected', { data: [tweet], includes: author({ protected: true }) }, 'private'],
  ['withheld in a country', { data: [{ ...tweet, withheld: { copyright: false, country_codes: ['TR'] } }] }, 'withheld'],
  ['withheld for copyright', { data: [{ ...tweet, withheld: { copyright: true } }] }, 'withheld'],
  ['the author is withheld', { data: [tweet], includes: author({ withheld: { country_codes: ['DE'] } }) }, 'withheld'],
  ['that it is not available now', { errors: [problem('resource-unavailable')] }, 'unanswered'],
  ['a problem that nobody knows', { errors: [problem('out-of-cheese')] }, 'unanswered'],
  ['two different problems', { errors: [problem('resource-not-found'), problem('resource-unavailable')] }, 'unanswered'],
  ['that another post is not found', { errors: [problem('resource-not-found', { value: '1', resource_id: '1' })] }, 'unanswered'],
  ['that a person of this number is not found', { errors: [problem('resource-not-found', { parameter: 'author_id' })] }, 'unanswered'],
  ['other posts', { data: [{ ...tweet, id: '1' }] }, 'unanswered'],
  ['an error of its own', { errors: [{ title: 'Service Unavailable', ...type('resource-unavailable') }] }, 'unanswered'],
  ['nothing', {}, 'unanswered'],
])('X says: %s', (_, body, verdict) => {
  expect(judge([id], answer.parse(body)).get(id)?.verdict).toBe(verdict)
})
