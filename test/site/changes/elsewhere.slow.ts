import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRandom } from '../../../scripts/bench/generate/random.ts'
import { addDays } from '../../../scripts/model/date.ts'
import { makeChanged } from '../../../scripts/site/make-changed.ts'
import { buildBy } from './build-by.ts'
import { differing } from './change-series.ts'
import { filesIn, read, remove, write, writeSession, writeSmallArchive } from './small-archive.ts'

let root = ''
beforeAll(() => {
  const random = createRandom(7)
  root = mkdtempSync(join(tmpdir(), 'elsewhere-'))
  writeSmallArchive(root, random)
  // More than one part.
  for (let week = 10; week < 33; week++)
    writeSession(root, `content/lgovsm/${addDays('2010-12-03', week * 7)}`, random)
})
afterAll(() => rmSync(root, { recursive: true }))

test('in another process, folder and time zone the site has the same bytes', async () => {
  await makeChanged({ root, folder: 'here', isFull: true })
  expect(buildBy(process.execPath, root, { TZ: 'Pacific/Auckland' })).toContain('no earlier build is known')
  expect(differing(root, 'here', 'dist')).toEqual([])
  expect(buildBy(process.execPath, root, { TZ: 'America/Los_Angeles' })).toContain('nothing changed')
}, 60_000)

test('a project that is copied with what it remembers goes on from there', async () => {
  await makeChanged({ root, folder: 'dist', isFull: false })
  const copy = `${root}-copy`
  cpSync(root, copy, { recursive: true })
  const { rendered, anew } = await makeChanged({ root: copy, folder: 'dist', isFull: false })
  rmSync(copy, { recursive: true })
  expect({ rendered, anew }).toEqual({ rendered: 0, anew: undefined })
}, 60_000)

test.each([
  ['is gone', () => remove(root, '.cache')],
  ['is cut', () => write(root, memory, read(root, memory).slice(0, -10))],
  ['is cut short', () => write(root, memory, read(root, memory).slice(0, 100))],
  ['is another file', () => write(root, memory, '{}')],
  ['was altered', () => write(root, memory, read(root, memory).replace('lgovsm/', 'lgovsn/'))],
  ['was made by another program', () => write(root, memory, read(root, memory).replace('site ', 'site 0'))],
])(
  'where what is remembered %s, all is made anew, and it says so',
  async (_, spoil) => {
    await makeChanged({ root, folder: 'dist', isFull: false })
    spoil()
    write(root, 'content/pages/about.md', `---\ntitle: About\n---\n${_}\n`)
    const { rendered, pages, anew } = await makeChanged({ root, folder: 'dist', isFull: false })
    expect(anew).toBe('since no earlier build is known')
    expect(rendered).toBeGreaterThanOrEqual(pages)
  },
  60_000,
)

test('a build that died half way is finished by the next one', async () => {
  await makeChanged({ root, folder: 'dist', isFull: false })
  const before = read(root, memory)
  write(root, 'content/site.yaml', `${read(root, 'content/site.yaml')}tagline: Half way\n`)
  await makeChanged({ root, folder: 'dist', isFull: false })
  // As if it had ended before it took note of what it did, with some of the old pages still there.
  write(root, memory, before)
  for (const file of filesIn(root, 'dist', /people.*\.html$/)) writeFileSync(join(root, file), 'old')
  await makeChanged({ root, folder: 'dist', isFull: false })
  await makeChanged({ root, folder: 'here', isFull: true })
  expect(differing(root, 'here', 'dist')).toEqual([])
}, 60_000)

const memory = '.cache/build/dist.json'
