import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import type { Chat } from '../../../scripts/model/chat.ts'
import type { Session } from '../../../scripts/model/session.ts'
import { summarize } from '../../../scripts/model/summary.ts'
import { calendarOf } from '../../../templates/parts/calendar/calendar.ts'
import { siteData } from '../../../templates/parts/site-data.ts'
import { chat, filed, post, segment, session } from '../../builders.ts'
import { site } from '../site.ts'

const nobodyPlans = { hosts: undefined, questions: undefined, time: undefined, minutes: undefined }

test('the series keeps its local time when the clocks change, and skipped dates are no part of it', () => {
  const of = chat({
    first: '2011-03-11',
    skip: [
      { date: '2011-03-18', reason: 'a strike' },
      { date: '2011-03-23', reason: 'no day of the chat' },
    ],
  })
  expect(occurrences(calendar(of, []), 5)).toEqual([
    '2011-03-11T13:00:00Z',
    '2011-03-25T13:00:00Z',
    '2011-04-01T12:00:00Z',
    '2011-04-08T12:00:00Z',
    '2011-04-15T12:00:00Z',
  ])
})

test.each([
  [
    'Europe/London',
    'BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\n',
    'DTSTART;TZID=Europe/London:20101203T130000\r\n',
  ],
  [
    'America/New_York',
    'BEGIN:VTIMEZONE\r\nTZID:America/New_York\r\n',
    'DTSTART;TZID=America/New_York:20101203T130000\r\n',
  ],
  ['UTC', 'BEGIN:VEVENT\r\n', 'DTSTART:20101203T130000Z\r\n'],
])('a calendar in %s carries the rules of its zone', (zone, rules, start) => {
  const text = calendar(chat({ zone }), [])
  expect(text).toContain(rules)
  expect(text).toContain(start)
})

test('what dates have of their own stands in for the rule, or beside it', () => {
  const held = session([segment('q1', [filed(post())], { ...hour, question: 'How do we start?' })], {
    title: 'Starting; or, going on',
  })
  const planned = session([], {
    date: '2011-01-07',
    plan: { ...nobodyPlans, questions: ['What, now; then?', 'Q2 Who?'], time: '14:00', minutes: 30 },
  })
  const of = chat({ oneOffs: [{ ...nobodyPlans, date: '2010-12-21', time: '12:00' }] })
  const events = eventsIn(calendar(of, [held, planned]))
  expect(events.map(({ uid, summary, description, startDate, endDate, recurrenceId }) => [
    uid, summary, description, `${startDate} ${endDate}`, String(recurrenceId),
  ])).toEqual([
    [own, '#lgovsm', join, '2010-12-03T13:00:00 2010-12-03T14:00:00', 'null'],
    [own, 'Starting; or, going on', 'Q1: How do we start?', '2010-12-17T13:00:00 2010-12-17T14:00:00', '2010-12-17T13:00:00'],
    [`2010-12-21.${own}`, '#lgovsm', join, '2010-12-21T12:00:00 2010-12-21T13:00:00', 'null'],
    [own, '#lgovsm', `Q1: What, now; then?\nQ2 Who?\n${join}`, '2011-01-07T14:00:00 2011-01-07T14:30:00', '2011-01-07T13:00:00'],
  ]) // biome-ignore format: a table
})

test('the time of writing is UTC and comes from the sessions', () => {
  const held = session([segment('q1', [filed(post())], hour)])
  const stamps = calendar(chat(), [held]).match(/DTSTAMP:.*/g)
  expect(new Set(stamps)).toEqual(new Set(['DTSTAMP:20101217T140000Z']))
})

test('lines end as mail does and are no longer than 75 bytes', () => {
  const held = session([segment('q1', [filed(post())], { ...hour, question: `Sut ${'ŷ'.repeat(100)}?` })])
  const lines = calendar(chat(), [held]).split('\r\n')
  expect(lines.filter((line) => Buffer.byteLength(line) > 75 || line.includes('\n'))).toEqual([])
})

const own = 'lgovsm@hashtag-chat-archive'
const join = 'To take part, post with #lgovsm.'
const hour = { start: '2010-12-17T13:00:00Z', end: '2010-12-17T14:00:00Z' }

function calendar(of: Chat, sessions: readonly Session[]): string {
  const data = siteData({ site, pages: [] }, [
    { chat: of, summaries: sessions.map((one) => summarize(of, one)) },
  ])
  const [item] = data.chats
  if (!item) throw new Error('no chat')
  return calendarOf(data, item)
}

function eventsIn(text: string): ICAL.Event[] {
  const component = new ICAL.Component(ICAL.parse(text))
  for (const zone of component.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  }
  return component.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
}

function occurrences(text: string, count: number): string[] {
  const [series] = eventsIn(text)
  const times = series?.iterator()
  return Array.from({ length: count }, () => `${times?.next().convertToZone(ICAL.Timezone.utcTimezone)}`)
}
