import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runIn, scratch } from '../commands/command.ts'
import { textsIn } from '../publishing/site.ts'

const sample = 'sample: yes\nhashtags: "#lgovsm"\nhosts: lgovsm_sample\nfirst: 2010-12-03\n'
const later = '---\ntitle: Next year\nchecked: yes\n---\n'

let root = ''
let remove = () => {}
beforeAll(async () => {
  ;({ root, remove } = scratch({
    'content/lgovsm/chat.yaml': sample,
    'content/lgovsm/2011-01-07/index.md': later,
  }))
  await runIn(root, 'fetch')
  await runIn(root, 'build')
}, 120_000)
afterAll(() => remove())

test('the zip holds what a build makes, in a folder of its own, and leaves nothing else', async () => {
  const { code, err, out } = await runIn(root, 'pack')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toMatch(/^lgovsm\.zip: \d+ files, [\d.]+ kB; unpack it and open lgovsm\/index\.html$/m)
  const files = unzipSync(readFileSync(join(root, 'lgovsm.zip')))
  const texts = Object.entries(files).map(([name, data]) => [name.replace(/^lgovsm\//, ''), data])
  const built = textsIn(join(root, 'dist'))
  expect(texts.map(([name]) => name)).toEqual(Object.keys(built))
  expect(strFromU8(files['lgovsm/lgovsm/2010-12-17/index.html'] ?? new Uint8Array())).toBe(
    built['lgovsm/2010-12-17/index.html'],
  )
  expect(existsSync(join(root, '.cache/pack'))).toBe(false)
}, 60_000)

test('a year has its sessions alone, and the same bytes on another clock', async () => {
  const zone = process.env.TZ
  const zips: Buffer[] = []
  for (const tz of ['Pacific/Auckland', 'America/Los_Angeles']) {
    process.env.TZ = tz
    const { code, err } = await runIn(root, 'pack', '2010', '--out', `${zips.length}.zip`)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    zips.push(readFileSync(join(root, `${zips.length}.zip`)))
  }
  if (zone === undefined) delete process.env.TZ
  if (zone !== undefined) process.env.TZ = zone
  const [first = Buffer.alloc(0), second] = zips
  expect(second?.equals(first)).toBe(true)
  const names = Object.keys(unzipSync(first))
  expect(names).toContain('lgovsm-2010/lgovsm/2010-12-03/index.html')
  expect(names.filter((name) => name.includes('2011'))).toEqual([])
}, 120_000)

test.each([
  [['1999'], /^"1999" is no year with sessions: there is 2010, 2011\n$/],
  [['2010', '2011'], /^2011: one year at a time/],
])('%j is told in one line', async (args, message) => {
  const { code, err } = await runIn(root, 'pack', ...args)
  expect(err).toMatch(message)
  expect(code).toBe(1)
})
