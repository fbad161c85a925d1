import { expect, test } from 'vitest'
import { careful } from '../../scripts/mirroring/careful.ts'
import { findAllNear } from '../../scripts/mirroring/find-near.ts'
import { openMeter } from '../../scripts/mirroring/meter.ts'
import type { Near } from '../../scripts/mirrors/mirror.ts'
import { MirrorTrouble } from '../../scripts/mirrors/trouble.ts'
import { scratch } from '../commands/command.ts'
import { memoryMirror, piece } from './mirror.ts'

const at = '2010-12-17T13:00:00Z'
const page = (ids: string, hasMore: boolean): Near => ({
  standing: [...ids].map((id) => ({ id, slug: id, at, lines: [] })),
  hasMore,
})

test.each<[string, readonly Near[], string]>([
  ['one page', [page('ab', false)], 'ab'],
  ['nothing', [page('', false)], ''],
  ['several pages', [page('ab', true), page('cd', true), page('e', false)], 'abcde'],
  ['pages that overlap', [page('ab', true), page('bc', false)], 'abc'],
  ['the same page without end', [page('ab', true), page('ab', true)], 'ab'],
  ['empty pages without end', [page('ab', true), page('', true)], 'ab'],
])('%s', async (_, pages, ids) => {
  const asked: number[] = []
  const found = await findAllNear(async (_, number) => {
    asked.push(number)
    const told = pages[number]
    if (!told) throw new Error(`asked for page ${number}`)
    return told
  }, at)
  expect(found.map(({ id }) => id).join('')).toBe(ids)
  expect(asked).toEqual(pages.map((_, index) => index))
})

test('each page that is looked at is counted, also where a piece is looked for after a failure', async () => {
  const { root, remove } = scratch({})
  const meter = openMeter({ root, mirror: 'memory', limits: [], clock: () => 0 })
  const mirror = memoryMirror(() => [])
  for (const key of ['a', 'b', 'c']) await mirror.create(piece(key, { at }))
  let failures = 1
  const create: typeof mirror.create = async (one) => {
    if (failures-- > 0) throw new MirrorTrouble('cut', 'soon')
    return mirror.create(one)
  }
  const { signal } = new AbortController()
  await careful({ ...mirror, create }, { meter, signal, backoffMillis: 0 }).create(piece('d', { at }))
  // Two attempts, and between them two pages of two.
  expect(meter.calls()).toBe(4)
  remove()
})
