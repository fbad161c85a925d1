import { appendFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findJobs, type JobsInput } from '../../scripts/mirroring/find-jobs.ts'
import type { Piece } from '../../scripts/mirrors/mirror.ts'
import { diskClock } from '../../scripts/site/manifest.ts'
import { chat } from '../builders.ts'
import { scratch } from '../commands/command.ts'
import { memoryMirror, piece } from './mirror.ts'

const index = '---\nchecked: yes\n---\n'

let root = ''
let remove = () => {}
let composed: string[]
beforeEach(() => {
  const made = scratch({
    'content/site.yaml': 'tumblr: lgovsm\n',
    'content/lgovsm/2010-12-10/index.md': index,
    'content/lgovsm/2010-12-17/index.md': index,
    'content/lgovsm/2010-12-17/media/1.jpg': 'one',
    'content/abc/2010-12-10/index.md': index,
    'content/abc/2010-12-15/index.md': index,
  })
  root = made.root
  remove = made.remove
})
afterEach(() => remove())

async function find(options: Partial<JobsInput<Piece>> = {}): Promise<string[]> {
  // What was written within the same tick of the disk's clock cannot be known again.
  const clock = join(root, 'clock')
  for (const now = diskClock(clock); diskClock(clock) === now; );
  composed = []
  const { name, place } = memoryMirror(() => [])
  const compose: JobsInput<Piece>['mirror']['compose'] = ({ chat, session }) => {
    composed.push(`${chat.name} ${session.date}`)
    return [piece(session.date, { hash: session.summary })]
  }
  const chats = [chat({ name: 'abc' }), chat()]
  const mirror = { name, place, compose }
  const jobs = await findJobs({ root, chats, dates: [], mirror, code: 'one', dryRun: false, ...options })
  return jobs.map(({ chat, date, wanted }) => `${chat.name} ${date} ${wanted[0]?.hash}`.trim())
}

const all = ['abc 2010-12-10', 'lgovsm 2010-12-10', 'abc 2010-12-15', 'lgovsm 2010-12-17']
const own = 'lgovsm 2010-12-17'
const path = (name: string) => join(root, 'content', name)

test('the oldest session is first, of whatever chat', async () => {
  expect(await find()).toEqual(all)
})

test('what did not change is not composed again, and is the same', async () => {
  const before = await find()
  expect(composed.toSorted()).toEqual(all.toSorted())
  expect(await find()).toEqual(before)
  expect(composed).toEqual([])
})

const said = () => appendFileSync(path('lgovsm/2010-12-17/index.md'), '\nMore\n')

test.each<[string, () => void, Partial<JobsInput<Piece>>, readonly string[]]>([
  ['its words', said, {}, [own]],
  ['a file more', () => writeFileSync(path('lgovsm/2010-12-17/q1.md'), ''), {}, [own]],
  ['a picture', () => writeFileSync(path('lgovsm/2010-12-17/media/1.jpg'), 'two'), {}, [own]],
  ['a picture less', () => rmSync(path('lgovsm/2010-12-17/media/1.jpg')), {}, [own]],
  ['the site', () => writeFileSync(path('site.yaml'), 'links: t.co\n'), {}, all],
  ['its chat', () => {}, { chats: [chat({ title: 'Another' })] }, ['lgovsm 2010-12-10', own]],
  ['the code', () => {}, { code: 'two' }, all],
  ['nothing that is known', () => {}, { code: undefined }, all],
  ['what is kept', () => appendFileSync(join(root, '.cache/mirror-memory-composed.json'), ' '), {}, all],
])('%s changed: composed again is what it is part of', async (_, change, options, expected) => {
  await find()
  change()
  await find(options)
  expect(composed.toSorted()).toEqual(expected.toSorted())
})

test('back to what it was, it is what it was', async () => {
  const before = await find()
  said()
  expect(await find()).toContain(`${own} More`)
  writeFileSync(path('lgovsm/2010-12-17/index.md'), index)
  expect(await find()).toEqual(before)
})

test('what is written while it is composed is composed again', async () => {
  const { name, place } = memoryMirror(() => [])
  const compose = () => {
    said()
    return []
  }
  await find({ mirror: { name, place, compose }, chats: [chat()] })
  writeFileSync(path('lgovsm/2010-12-17/index.md'), index)
  await find({ chats: [chat()] })
  expect(composed).toContain(own)
})

test('a run for one date leaves the others known; a dry run keeps nothing', async () => {
  await find({ dryRun: true })
  await find()
  expect(composed).toHaveLength(4)
  said()
  await find({ dates: ['2010-12-10'] })
  await find()
  expect(composed).toEqual([own])
})
