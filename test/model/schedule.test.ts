import { describe, expect, test } from 'vitest'
import type { Chat, OneOff } from '../../scripts/model/chat.ts'
import { nextAfter, type Slot, slotOn, slotsBetween } from '../../scripts/model/schedule.ts'
import type { SessionPlan } from '../../scripts/model/session.ts'
import { chat } from '../builders.ts'

/** `13:00 q1 13:20 q2 13:40 q3 14:00`, in UTC; seconds only where there are any. */
function show(slot: Slot): string {
  if (slot.kind !== 'session') return slot.kind === 'skipped' ? `skipped: ${slot.reason}` : 'none'
  const { segments, end } = slot.times
  return [...segments.map(({ key, start }) => `${clock(start)} ${key}`), clock(end)].join(' ')
}

const clock = (instant: string) => instant.slice(11, 19).replace(/:00$/, '')

const oneOff = (options: Partial<OneOff>): Partial<Chat> => ({
  oneOffs: [
    {
      date: '2010-12-17',
      time: undefined,
      minutes: undefined,
      questions: undefined,
      hosts: undefined,
      ...options,
    },
  ],
})

const plan = (options: Partial<SessionPlan>): SessionPlan => ({
  hosts: undefined,
  questions: undefined,
  time: undefined,
  minutes: undefined,
  ...options,
})

const night: Partial<Chat> = { weekday: 7, time: '01:30', first: undefined }

describe('what a date is', () => {
  test.each<[string, string, Partial<Chat>, string]>([
    ['a winter Friday', '2010-12-17', {}, '13:00 q1 13:20 q2 13:40 q3 14:00'],
    ['a summer Friday', '2011-07-01', {}, '12:00 q1 12:20 q2 12:40 q3 13:00'],
    ['the Friday before the clocks go forward', '2011-03-25', {}, '13:00 q1 13:20 q2 13:40 q3 14:00'],
    ['the Friday after', '2011-04-01', {}, '12:00 q1 12:20 q2 12:40 q3 13:00'],
    ['the Friday before the clocks go back', '2011-10-28', {}, '12:00 q1 12:20 q2 12:40 q3 13:00'],
    ['the Friday after', '2011-11-04', {}, '13:00 q1 13:20 q2 13:40 q3 14:00'],
    ['another day', '2010-12-18', {}, 'none'],
    ['before the first session', '2010-11-26', {}, 'none'],
    ['the first session', '2010-12-03', {}, '13:00 q1 13:20 q2 13:40 q3 14:00'],
    ['no first session', '1999-01-01', { first: undefined }, '13:00 q1 13:20 q2 13:40 q3 14:00'],
    ['an hour that happens twice', '2010-10-31', night, '00:30 q1 00:50 q2 01:10 q3 01:30'],
    ['an hour that does not happen', '2010-03-28', night, '01:30 q1 01:50 q2 02:10 q3 02:30'],
    ['one open chat', '2010-12-17', { questions: 0 }, '13:00 q1 14:00'],
    ['one question', '2010-12-17', { questions: 1 }, '13:00 q1 14:00'],
    [
      'whole seconds, the last takes the rest',
      '2010-12-17',
      { minutes: 1, questions: 7 },
      '13:00 q1 13:00:08 q2 13:00:16 q3 13:00:24 q4 13:00:32 q5 13:00:40 q6 13:00:48 q7 13:01',
    ],
    ['over midnight', '2010-12-17', { time: '23:30', questions: 2 }, '23:30 q1 00:00 q2 00:30'],
    ['skipped', '2010-12-24', { skip: [{ date: '2010-12-24', reason: 'Christmas' }] }, 'skipped: Christmas'],
    [
      'skipped on a day without a chat',
      '2010-12-25',
      { skip: [{ date: '2010-12-25', reason: 'x' }] },
      'none',
    ],
    [
      'a one-off on another day',
      '2010-12-21',
      oneOff({ date: '2010-12-21' }),
      '13:00 q1 13:20 q2 13:40 q3 14:00',
    ],
    [
      'a one-off at another time, longer',
      '2010-12-17',
      oneOff({ time: '10:15', minutes: 90, questions: 2 }),
      '10:15 q1 11:00 q2 11:45',
    ],
    ['a one-off without questions', '2010-12-17', oneOff({ questions: 0 }), '13:00 q1 14:00'],
    ['a one-off before the first session', '2010-11-30', oneOff({ date: '2010-11-30' }), 'none'],
    [
      'a one-off that is skipped',
      '2010-12-21',
      { ...oneOff({ date: '2010-12-21' }), skip: [{ date: '2010-12-21', reason: 'Ill' }] },
      'skipped: Ill',
    ],
  ])('%s (%s)', (...[, date, options, expected]) => {
    expect(show(slotOn(chat(options), date))).toBe(expected)
  })
})

describe('a plan for one date', () => {
  test.each<[string, Partial<SessionPlan>, Partial<Chat>, string]>([
    ['nothing of its own', {}, {}, '13:00 q1 13:20 q2 13:40 q3 14:00'],
    ['two questions', { questions: ['Why?', 'How?'] }, {}, '13:00 q1 13:30 q2 14:00'],
    ['no questions', { questions: [] }, {}, '13:00 q1 14:00'],
    ['a time', { time: '12:00', minutes: 30 }, {}, '12:00 q1 12:10 q2 12:20 q3 12:30'],
    [
      'against a one-off',
      { time: '12:00' },
      oneOff({ time: '10:00', minutes: 30 }),
      '12:00 q1 12:10 q2 12:20 q3 12:30',
    ],
  ])('%s', (...[, options, chatOptions, expected]) => {
    expect(show(slotOn(chat(chatOptions), '2010-12-17', plan(options)))).toBe(expected)
  })

  test('makes no session where there is none', () => {
    expect(slotOn(chat(), '2010-12-18', plan({ time: '13:00' })).kind).toBe('none')
  })
})

test('hosts are those of the plan, else the one-off, else the chat', () => {
  const usual = { hosts: ['ann'] }
  const special = { ...usual, ...oneOff({ hosts: ['bob'] }) }
  const hosts = (options: Partial<Chat>, own?: SessionPlan) => {
    const slot = slotOn(chat(options), '2010-12-17', own)
    return slot.kind === 'session' ? slot.times.hosts : undefined
  }
  expect([hosts(usual), hosts(special), hosts(special, plan({ hosts: ['cat', 'dan'] }))]).toEqual([
    ['ann'],
    ['bob'],
    ['cat', 'dan'],
  ])
})

const december: Partial<Chat> = {
  ...oneOff({ date: '2010-12-21' }),
  skip: [
    { date: '2010-12-24', reason: 'Christmas Eve' },
    { date: '2010-12-31', reason: "New Year's Eve" },
  ],
}

const dates = (slots: readonly Slot[]) =>
  slots.map((slot) => (slot.kind === 'session' ? slot.times.date : `(${slot.date})`)).join(' ')

test.each([
  [
    '2010-12-01',
    '2011-01-07',
    '2010-12-03 2010-12-10 2010-12-17 2010-12-21 (2010-12-24) (2010-12-31) 2011-01-07',
  ],
  ['2010-12-17', '2010-12-17', '2010-12-17'],
  ['2010-12-18', '2010-12-20', ''],
  ['2000-01-01', '2010-12-03', '2010-12-03'],
  ['2010-12-17', '2010-12-03', ''],
])('from %s to %s', (from, to, expected) => {
  expect(dates(slotsBetween(chat(december), from, to))).toBe(expected)
})

test.each([
  ['2010-12-03', '2010-12-10'],
  ['2010-12-09', '2010-12-10'],
  ['2010-12-17', '2010-12-21'],
  ['2010-12-21', '(2010-12-24) (2010-12-31) 2011-01-07'],
  ['2010-12-24', '(2010-12-31) 2011-01-07'],
  ['2001-01-01', '2010-12-03'],
])('after %s', (date, expected) => {
  const { skipped, times } = nextAfter(chat(december), date)
  expect([dates(skipped), times.date].filter(Boolean).join(' ')).toBe(expected)
})
