import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseChat } from '../../scripts/content/chat-settings.ts'
import { formatChatSettings, formatSiteSettings } from '../../scripts/content/format-settings.ts'
import { parseSite } from '../../scripts/content/site-settings.ts'
import type { Chat } from '../../scripts/model/chat.ts'
import { noWays } from '../../scripts/model/take-part.ts'
import { chat } from '../builders.ts'

test.each<Partial<Chat>>([
  {},
  { first: undefined, sample: true },
  { title: '#lgovsm: "local" \\ government', hashtags: ['#lgovsm', '#地方'], hosts: ['sam', 'loulouk'] },
  { zone: 'America/New_York', weekday: 4, time: '08:05', minutes: 90, questions: 0 },
  {
    skip: [
      { date: '2010-12-24', reason: 'Christmas: "Eve" # really' },
      { date: '2010-12-31', reason: '' },
    ],
  },
  {
    oneOffs: [
      { date: '2010-12-21', time: '10:00', minutes: 30, questions: 0, hosts: ['ann'] },
      { date: '2010-12-22', time: undefined, minutes: undefined, questions: undefined, hosts: [] },
      { date: '2010-12-23', time: undefined, minutes: undefined, questions: undefined, hosts: undefined },
    ],
  },
  { replies: true },
  { window: { before: 0, after: [10] }, leaveOut: ['spam', '15400000000000000001'], offTheRecord: '#hush' },
])('chat.yaml is read as it was written: %j', (options) => {
  expect(parseChat('lgovsm', formatChatSettings(chat(options)))).toEqual(chat(options))
})

test('any title survives', () => {
  const title = fc.string({ unit: 'grapheme' }).map((text) => text.trim().replace(/\s+/g, ' '))
  fc.assert(
    fc.property(
      title.filter((text) => text !== '' && !/[\ufffd\p{Cc}\p{Cs}]/u.test(text)),
      (text) => {
        expect(parseChat('x', formatChatSettings(chat({ title: text }))).title).toBe(text)
      },
    ),
  )
})

test.each([
  {},
  { address: 'https://example.org/a/', accent: '#00703c', contact: 'sam@example.org' },
  { takePart: { ...noWays, email: 'ask@example.org' } },
  {
    takePart: {
      ...noWays,
      form: 'https://forms.example/f/1?a=1',
      formPage: 'https://forms.example/?q={tag}',
    },
  },
  { takePart: { ...noWays, tumblr: 'https://a.tumblr.com/ask', message: 'https://x.com/m', github: 'a/b' } },
])('site.yaml is read as it was written: %j', (options) => {
  const site = { ...parseSite('title: "Chat: an archive"\nsearch: no'), ...options }
  expect(parseSite(formatSiteSettings(site))).toEqual(site)
})
