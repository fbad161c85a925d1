import { expect, test } from 'vitest'
import type { Run } from '../../scripts/model/post.ts'
import { shownText } from '../../templates/parts/shown-text.ts'
import { post } from '../builders.ts'

const link = { url: 'https://t.co/a', target: 'https://example.org/', display: 'example.org' }
const picture = {
  url: 'https://t.co/p',
  target: 'https://x.com/sam/status/1/photo/1',
  display: 'pic.x.com/p',
}
const quote = {
  url: 'https://t.co/q',
  target: 'https://x.com/dave/status/77',
  display: 'x.com/dave/status/…',
}
const media = [{ kind: 'photo', url: '', file: undefined, alt: undefined, width: 1, height: 1 } as const]

const rules = { hashtags: ['#lgovsm', '#localgov'], text: 'short', saysReply: true } as const

const cases: [string, readonly Run[], readonly Run[]][] = [
  ['nothing to leave off', ['A1 Start early'], ['A1 Start early']],
  ['the hashtag at the end', ['A1 Start early #lgovsm'], ['A1 Start early']],
  ['in any case, full-width too', ['Start ＃LGovSM'], ['Start']],
  ['several of the chat, and space', ['Start #localgov #lgovsm \n'], ['Start']],
  ['not in the middle', ['In #lgovsm we say so'], ['In #lgovsm we say so']],
  ['not as part of a word', ['see x#lgovsm'], ['see x#lgovsm']],
  ['not somebody else’s', ['Start #lgovsm #budget'], ['Start #lgovsm #budget']],
  ['before a link at the end', ['See #lgovsm ', link], ['See ', link]],
  ['a link stays where it was', ['See ', link], ['See ', link]],
  ['a link and the hashtag', ['See ', link, ' #lgovsm'], ['See ', link]],
  ['a link alone', [link], [link]],
  ['the hashtag and a link alone', ['#lgovsm ', link], [link]],
  ['nothing but the hashtag', ['#lgovsm'], ['#lgovsm']],
  ['names at the front of a reply', ['@dave @ann I agree #lgovsm'], ['I agree']],
  ['only names', ['@dave'], ['@dave']],
  ['a name in the middle', ['I ask @dave this'], ['I ask @dave this']],
]

test.each(cases)('%s', (_, text, shown) => {
  expect(shownText(post({ text }), rules).runs).toEqual(shown)
})

test('names stay where the page does not say whom a post answers', () => {
  const item = post({ text: '@dave I agree' })
  expect(shownText(item, { ...rules, saysReply: false })).toEqual({ runs: ['@dave I agree'], addressed: [] })
  expect(shownText(item, rules).addressed).toEqual(['dave'])
})

test('the address of its own picture and of a quoted post is left off, any other is not', () => {
  const quoted = { ...post({ id: '77', by: 'dave' }), quoted: undefined }
  const runs = ['Look #lgovsm ', quote, ' ', picture]
  expect(shownText(post({ text: runs, media, quotes: '77', quoted }), rules).runs).toEqual(['Look'])
  expect(shownText(post({ text: runs }), rules).runs).toEqual(['Look ', quote, ' ', picture])
  expect(shownText(post({ text: [picture], media }), rules).runs).toEqual([])
})

test('full text is left alone', () => {
  const text = ['@dave I agree #lgovsm ', picture]
  expect(shownText(post({ text, media }), { ...rules, text: 'full' })).toEqual({ runs: text, addressed: [] })
})
