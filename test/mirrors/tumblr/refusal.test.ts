import { expect, test } from 'vitest'
import { toRefusal } from '../../../scripts/mirrors/tumblr/refusal.ts'

const body = (code: number) =>
  JSON.stringify({ meta: { status: 0, msg: 'No' }, response: [], errors: [{ title: 'No', code }] })

/** Only what is wrong with one post may be passed over; all else is so for every post. */
test.each([
  [400, 8001, 'refused'],
  [413, 0, 'refused'],
  [401, 1016, 'never'],
  [403, 0, 'never'],
  [404, 0, 'gone'],
  [408, 0, 'soon'],
  [500, 0, 'soon'],
  [503, 0, 'soon'],
  [403, 8023, { from: undefined }],
  [429, 0, { from: undefined }],
])('%i with %i', (status, code, again) => {
  expect(toRefusal({ status, headers: {}, body: body(code) }, 'lgovsm', 0).again).toEqual(again)
})
