import { expect, test } from 'vitest'
import { addDays, isDate, weekdayOf } from '../../scripts/model/date.ts'
import {
  dateWords,
  findWeekday,
  longDateWords,
  monthName,
  timeWords,
  weekdayName,
} from '../../scripts/model/date-words.ts'

test.each([
  ['2010-12-17', true],
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2010-13-01', false],
  ['2010-12-32', false],
  ['2010-12-1', false],
  ['20101217', false],
  ['', false],
])('"%s" is a date: %s', (text, expected) => {
  expect(isDate(text)).toBe(expected)
})

test.each([
  ['2010-12-31', 1, '2011-01-01'],
  ['2010-03-27', 1, '2010-03-28'],
  ['2010-03-28', 7, '2010-04-04'],
  ['2024-03-01', -1, '2024-02-29'],
])('%s and %i days is %s', (date, days, expected) => {
  expect(addDays(date, days)).toBe(expected)
})

test('weekdays count from Monday', () => {
  expect(['2010-12-13', '2010-12-17', '2010-12-19'].map(weekdayOf)).toEqual([1, 5, 7])
})

test('dates in words', () => {
  expect(dateWords('2010-12-07')).toBe('7 December 2010')
  expect(longDateWords('2010-12-17')).toBe('Friday 17 December 2010')
  expect(longDateWords('2010-12-17', 'cy')).toBe('dydd Gwener 17 Rhagfyr 2010')
  expect([monthName(1), monthName(12, 'cy'), weekdayName(7), weekdayName(1, 'cy')]).toEqual([
    'January',
    'Rhagfyr',
    'Sunday',
    'dydd Llun',
  ])
})

test.each([
  ['13:00', '1pm'],
  ['13:20:00', '1.20pm'],
  ['09:05', '9.05am'],
  ['00:30', '12.30am'],
  ['12:00', '12 noon'],
  ['12:30', '12.30pm'],
  ['00:00', '12 midnight'],
])('%s is %s', (time, words) => {
  expect(timeWords(time)).toBe(words)
})

test.each([
  ['Friday', 5],
  ['fridays', 5],
  [' FRI ', 5],
  ['dydd Gwener', 5],
  ['gwener', 5],
  ['Sul', 7],
  ['Fr', undefined],
  ['Freitag', undefined],
  ['Fridya', undefined],
])('"%s" is weekday %s', (name, weekday) => {
  expect(findWeekday(name)).toBe(weekday)
})
