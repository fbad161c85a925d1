import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Purse } from '../../scripts/fetching/purse.ts'
import { fromTurn, recheckInTurns } from '../../scripts/removing/turns.ts'
import { chat, post } from '../builders.ts'
import { scratchArchive } from './scratch.ts'

const lgovsm = chat()
const dates = [
  '2010-12-03',
  '2010-12-10',
  '2010-12-17',
  '2010-12-24',
  '2010-12-31',
  '2011-01-07',
  '2011-01-14',
]
const now = '2011-01-20T00:00:00Z'

const archive = { current: scratchArchive([]) }
beforeEach(() => {
  archive.current.remove()
  archive.current = scratchArchive([lgovsm])
  for (const date of dates) {
    const posts = Array.from({ length: 10 }, (_, n) =>
      post({ at: `${date}T13:0${n}:00Z`, text: `A1 ${n} #lgovsm` }),
    )
    archive.current.save(lgovsm, date, posts)
  }
})
afterEach(() => archive.current.remove())

const progress = { start: () => {}, advance: () => {}, done: () => {}, close: () => {} }

const purse: Purse = { allow: (most) => most, pay: () => {}, spent: () => 0, maxCost: 0, say: () => [] }

/** Dates that a turn asked about; ten posts cost five cents. */
async function turn(maxCost: number): Promise<string[]> {
  const look = async (ids: readonly string[]) => ({
    verdicts: new Map(ids.map((id) => [id, 'there' as const])),
    edited: [],
  })
  const open = async () => ({ look, close: async () => {} })
  const { root } = archive.current
  const lines: string[] = []
  const tell = (line: string) => lines.push(line)
  await recheckInTurns({
    root,
    token: undefined,
    believe: false,
    progress,
    tell,
    open,
    now,
    purse: { ...purse, maxCost },
  })
  return lines.map((line) => /\d{4}-\d\d-\d\d/.exec(line)?.[0] ?? line)
}

test('older sessions are asked about in turns, as many as the money is for', async () => {
  const state = join(archive.current.root, '.cache/recheck.json')
  const [first, second, third] = [await turn(0.1), await turn(0.1), await turn(0.1)]
  expect([first.length, second.length, third.length]).toEqual([2, 2, 2])
  expect(new Set([...first, ...second])).toEqual(new Set(dates.slice(0, 3)))
  expect(JSON.parse(readFileSync(state, 'utf8'))).toEqual({ lgovsm: third[1] })
  expect(await turn(0.04)).toEqual([])
  expect(await turn(5)).toHaveLength(3)
})

test.each([
  ['2010-12-03', ['2010-12-10', '2010-12-17', '2010-12-03']],
  ['2010-12-17', ['2010-12-03', '2010-12-10', '2010-12-17']],
  ['2010-12-05', ['2010-12-10', '2010-12-17', '2010-12-03']],
])('after %s it is the turn of the next', (ended, expected) => {
  expect(fromTurn(dates.slice(0, 3), { ended, now, count: 1 })).toEqual(expected)
})

test('on a machine that keeps nothing, every session has its turn within the year', () => {
  const many = Array.from({ length: 500 }, (_, n) => `session ${n}`)
  const seen = new Set<string>()
  for (let week = 0; week < 52; week++) {
    const on = new Date(Date.parse(now) + week * 7 * 24 * 3_600_000).toISOString()
    for (const one of fromTurn(many, { ended: undefined, now: on, count: 10 }).slice(0, 10)) seen.add(one)
  }
  expect(seen.size).toBe(500)
})
