import { describe, expect, test } from 'vitest'
import {
  addSeconds,
  clockFor,
  isZone,
  localDate,
  localTime,
  offsetAt,
  toInstant,
} from '../../scripts/model/zone.ts'
import { zoneLabel, zonePlace } from '../../scripts/model/zone-label.ts'

describe('local times become instants', () => {
  test.each([
    // local, zone, instant
    ['2010-12-17T13:00', 'Europe/London', '2010-12-17T13:00:00Z'],
    ['2010-07-02T13:00', 'Europe/London', '2010-07-02T12:00:00Z'],
    ['2010-03-26T13:00', 'Europe/London', '2010-03-26T13:00:00Z'],
    ['2010-04-02T13:00', 'Europe/London', '2010-04-02T12:00:00Z'],
    ['2010-10-29T13:00', 'Europe/London', '2010-10-29T12:00:00Z'],
    ['2010-11-05T13:00', 'Europe/London', '2010-11-05T13:00:00Z'],
    ['2016-07-14T15:00', 'America/New_York', '2016-07-14T19:00:00Z'],
    ['2024-02-29T00:00:01', 'Asia/Kolkata', '2024-02-28T18:30:01Z'],
    // An hour that happens twice: the first.
    ['2010-10-31T01:30', 'Europe/London', '2010-10-31T00:30:00Z'],
    ['2010-10-31T00:59:59', 'Europe/London', '2010-10-30T23:59:59Z'],
    ['2010-10-31T02:00', 'Europe/London', '2010-10-31T02:00:00Z'],
    ['2016-11-06T01:30', 'America/New_York', '2016-11-06T05:30:00Z'],
    ['2024-04-07T01:45', 'Australia/Lord_Howe', '2024-04-06T14:45:00Z'],
    // An hour that does not happen: moved forward.
    ['2010-03-28T01:30', 'Europe/London', '2010-03-28T01:30:00Z'],
    ['2010-03-28T01:00', 'Europe/London', '2010-03-28T01:00:00Z'],
    ['2010-03-28T02:30', 'Europe/London', '2010-03-28T01:30:00Z'],
    ['2016-03-13T02:30', 'America/New_York', '2016-03-13T07:30:00Z'],
    ['2011-12-30T13:00', 'Pacific/Apia', '2011-12-30T23:00:00Z'],
  ])('%s in %s is %s', (local, zone, instant) => {
    expect(toInstant(local, zone)).toBe(instant)
  })

  test.each(['', 'tomorrow', '2010-02-30T13:00', '2010-12-17T25:00'])('"%s" is refused', (local) => {
    expect(() => toInstant(local, 'Europe/London')).toThrow(RangeError)
  })
})

describe('instants become local', () => {
  test.each([
    ['2010-12-17T13:02:11Z', 'Europe/London', '2010-12-17', '13:02:11', 'GMT'],
    ['2010-07-01T23:30:00Z', 'Europe/London', '2010-07-02', '00:30:00', 'BST'],
    ['2010-10-31T00:30:00Z', 'Europe/London', '2010-10-31', '01:30:00', 'BST'],
    ['2010-10-31T01:30:00Z', 'Europe/London', '2010-10-31', '01:30:00', 'GMT'],
    ['2010-03-28T01:30:00Z', 'Europe/London', '2010-03-28', '02:30:00', 'BST'],
    ['2016-07-15T01:00:00Z', 'America/New_York', '2016-07-14', '21:00:00', 'EDT'],
    ['2016-01-15T01:00:00Z', 'Asia/Kolkata', '2016-01-15', '06:30:00', 'UTC+5:30'],
    ['2016-01-15T01:00:00Z', 'America/Sao_Paulo', '2016-01-14', '23:00:00', 'UTC-2'],
    ['2016-01-15T01:00:00Z', 'UTC', '2016-01-15', '01:00:00', 'UTC'],
  ])('%s in %s', (...[instant, zone, date, time, label]) => {
    expect([localDate(instant, zone), localTime(instant, zone), zoneLabel(instant, zone)]).toEqual([
      date,
      time,
      label,
    ])
  })

  test('what is no instant is refused', () => {
    expect(() => localDate('yesterday', 'Europe/London')).toThrow(RangeError)
  })
})

describe('the clock of a whole session agrees with the slow way', () => {
  test.each([
    ['Europe/London', '2010-10-30T00:00:00Z', '2010-11-01T00:00:00Z', 613],
    ['Europe/London', '2010-03-27T22:13:07Z', '2010-03-29T00:00:00Z', 613],
    ['Australia/Lord_Howe', '2024-04-06T00:00:00Z', '2024-04-08T00:00:00Z', 457],
    ['Pacific/Apia', '2011-12-29T00:00:00Z', '2012-01-01T00:00:00Z', 1801],
    ['America/New_York', '2007-01-01T00:00:00Z', '2017-01-01T00:00:00Z', 1_000_003],
    ['UTC', '2010-12-17T13:00:00Z', '2010-12-17T13:00:00Z', 1],
  ])('%s from %s to %s', (...[zone, from, to, step]) => {
    const clock = clockFor(zone, from, to)
    for (let at = addSeconds(from, -step); at <= addSeconds(to, step); at = addSeconds(at, step)) {
      expect(`${at} ${clock(at)}`).toBe(`${at} ${localTime(at, zone)}`)
    }
  })

  test('to the second of the change', () => {
    const clock = clockFor('Europe/London', '2010-10-30T12:34:56Z', '2010-11-01T00:00:00Z')
    expect([clock('2010-10-31T00:59:59Z'), clock('2010-10-31T01:00:00Z')]).toEqual(['01:59:59', '01:00:00'])
  })
})

test.each([
  ['Europe/London', true],
  ['UTC', true],
  ['America/Argentina/Buenos_Aires', true],
  ['Etc/GMT+5', true],
  ['America/Port-au-Prince', true],
  ['europe/london', false],
  ['Europe/Lodnon', false],
  ['GMT', false],
  ['BST', false],
  ['+01:00', false],
  ['', false],
  ['Europe/London ', false],
])('"%s" is a zone: %s', (name, expected) => {
  expect(isZone(name)).toBe(expected)
})

test('offsets are seconds, east positive', () => {
  expect(offsetAt('2010-07-01T00:00:00Z', 'Europe/London')).toBe(3600)
  expect(offsetAt('2010-07-01T00:00:00Z', 'America/New_York')).toBe(-14400)
})

test.each([
  ['Europe/London', 'London'],
  ['America/New_York', 'New York'],
  ['UTC', 'UTC'],
])('%s is %s', (zone, place) => {
  expect(zonePlace(zone)).toBe(place)
})
