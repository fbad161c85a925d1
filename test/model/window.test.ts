import { expect, test } from 'vitest'
import { slotOn } from '../../scripts/model/schedule.ts'
import { dueReading, isComplete, nextReading, readingWindow } from '../../scripts/model/window.ts'
import { chat } from '../builders.ts'

const slot = slotOn(chat(), '2010-12-17')
if (slot.kind !== 'session') throw new Error('17 December is a Friday')
const { times } = slot
const usual = { before: 60, after: [0, 60, 1440] }

test('a window is fixed by the schedule', () => {
  expect(readingWindow(times, usual)).toEqual({
    start: '2010-12-17T12:00:00Z',
    ends: ['2010-12-17T14:00:00Z', '2010-12-17T15:00:00Z', '2010-12-18T14:00:00Z'],
  })
  expect(readingWindow(times, { before: 0, after: [30, 5] }).ends).toEqual([
    '2010-12-17T14:05:00Z',
    '2010-12-17T14:30:00Z',
  ])
})

const end = '2010-12-17T14:00:00Z'
const hourLater = '2010-12-17T15:00:00Z'
const dayLater = '2010-12-18T14:00:00Z'

test.each([
  // now, read to, due
  ['2010-12-17T13:30:00Z', undefined, undefined],
  ['2010-12-17T14:00:19Z', undefined, undefined],
  ['2010-12-17T14:00:20Z', undefined, end],
  ['2010-12-17T14:30:00Z', undefined, end],
  ['2010-12-17T14:30:00Z', end, undefined],
  ['2010-12-17T15:00:20Z', end, hourLater],
  ['2010-12-17T16:00:00Z', undefined, hourLater],
  ['2010-12-18T14:00:19Z', hourLater, undefined],
  ['2010-12-18T14:00:20Z', hourLater, dayLater],
  ['2020-01-01T00:00:00Z', undefined, dayLater],
  ['2020-01-01T00:00:00Z', end, dayLater],
  ['2020-01-01T00:00:00Z', dayLater, undefined],
])('at %s, read to %s: %s is due', (now, readTo, due) => {
  expect(dueReading({ times, window: usual, readTo }, now)).toBe(due)
})

test.each([
  [undefined, '2010-12-17T14:00:20Z', false],
  [end, '2010-12-17T15:00:20Z', false],
  [hourLater, '2010-12-18T14:00:20Z', false],
  [dayLater, undefined, true],
  ['2010-12-19T00:00:00Z', undefined, true],
])('read to %s: next at %s, complete: %s', (readTo, next, complete) => {
  expect(nextReading({ times, window: usual, readTo })).toBe(next)
  expect(isComplete({ times, window: usual, readTo })).toBe(complete)
})
