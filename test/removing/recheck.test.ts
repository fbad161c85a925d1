import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readSession } from '../../scripts/content/read-session.ts'
import { change, type Fault } from '../../scripts/demo/fault.ts'
import { faults } from '../../scripts/demo/faults.ts'
import type { PersonInput, PostInput } from '../../scripts/demo/sample-post.ts'
import { type StandIn, type StandInOptions, startStandIn } from '../../scripts/demo/stand-in.ts'
import type { Post } from '../../scripts/model/post.ts'
import { Problem } from '../../scripts/model/problem.ts'
import { recheckSession } from '../../scripts/removing/recheck-session.ts'
import { sayRechecked } from '../../scripts/removing/say-rechecked.ts'
import { createGet } from '../../scripts/sources/x/get.ts'
import { lookUpPosts } from '../../scripts/sources/x/look-up-posts.ts'
import { createPatience } from '../../scripts/sources/x/patience.ts'
import { xSource } from '../../scripts/sources/x/source.ts'
import { chat } from '../builders.ts'
import { allFiles, scratchArchive } from './scratch.ts'

const lgovsm = chat({ hosts: ['host'] })
const date = '2010-12-17'
const at = (time: string) => `${date}T${time}Z`
const then = at('16:00:00')
const later = '2010-12-20T09:00:00Z'

/** What was said, with what a test changes about one post of Ann's and one of Ben's. */
function said(ann: Partial<PostInput> = {}, ben: Partial<PostInput> = {}): PostInput[] {
  return [
    { at: at('13:00:05'), by: 'host', text: 'Q1 What works? #lgovsm' },
    { at: at('13:04:00'), by: 'ann', text: 'A1 Plain words #lgovsm', ...ann },
    { at: at('13:05:00'), by: 'ben', text: '@ann A1 Yes, those #lgovsm', to: at('13:04:00'), ...ben },
    { at: at('13:06:00'), by: 'cat', text: 'This is it #lgovsm', quotes: at('13:04:00') },
    { at: at('13:07:00'), by: 'ben', text: 'A1 Pictures of snow #lgovsm' },
  ]
}

const archive = { current: scratchArchive([]) }
const doors: StandIn[] = []
beforeEach(() => {
  archive.current.remove()
  archive.current = scratchArchive([lgovsm])
})
afterEach(async () => {
  archive.current.remove()
  for (const door of doors.splice(0)) await door.close()
})

async function open(options: StandInOptions): Promise<StandIn> {
  const door = await startStandIn(options)
  doors.push(door)
  return door
}

/** The session as it was fetched on the day. */
async function fetched(posts: readonly PostInput[]): Promise<void> {
  const { url, token } = await open({ posts, now: then })
  const wanted = { hashtags: ['#lgovsm'], from: at('12:00:00'), to: at('15:00:00'), now: then }
  const reading = await xSource({ token, base: url, wait: async () => {} })(wanted)
  archive.current.save(lgovsm, date, reading.posts)
}

type Today = StandInOptions & { readonly believe?: boolean }

/** What `npm run recheck` says and does with X as it is today. */
async function recheck({ believe = false, ...options }: Today): Promise<string> {
  const { url, token } = await open({ now: later, ...options })
  const get = createGet({ token, base: url })
  const patience = createPatience({ retries: 1, backoffMillis: 1 })
  const look = (ids: readonly string[]) => lookUpPosts(ids, { get, patience })
  const { root } = archive.current
  const rechecked = await recheckSession({ root, chat: lgovsm, date, look, believe })
  return sayRechecked(lgovsm, rechecked).join('\n')
}

function posts(): Post[] {
  const { segments } = readSession(archive.current.root, lgovsm, date)
  return segments.flatMap((segment) => segment.posts.map(({ post }) => post))
}

const byTime = (time: string) => posts().find((post) => post.at === at(time))
const people = (ann: Partial<PersonInput>): PersonInput[] => [{ handle: 'ann', name: 'ann', ...ann }]
const withheld = { withheld: { copyright: false, country_codes: ['TR'] } }
const always = (fault: Fault) => () => fault

type Case = [says: string, today: Today, line: string]
// biome-ignore format: a table
const cases: { readonly removed: Case[]; readonly kept: Case[] } = {
  removed: [
    ['that it is deleted', { posts: said({ deleted: at('20:00:00') }) }, 'of 5 posts 1 deleted: removed'],
    ['that it is withheld', { posts: said({ raw: withheld }) }, 'of 5 posts 1 withheld: removed'],
    ['that its author is protected now', { posts: said({ deleted: at('20:00:00') }), people: people({ protected: true }) }, 'of 5 posts 1 deleted: removed'],
    ['that we may not see it', { posts: said(), people: people({ protected: true }) }, 'of 5 posts 1 made private: removed'],
  ],
  kept: [
    ['that all is as it was', { posts: said() }, 'of 5 posts none is gone'],
    ['nothing of it', { posts: said({ deleted: at('20:00:00') }), faults: always(change('no errors', ({ errors, ...answer }) => answer)) }, 'of 5 posts none is gone; X did not answer for 1: kept'],
    ['that it has trouble', { posts: said(), faults: always(faults.errorsOnly()) }, 'of 5 posts none is gone; X did not answer for 5: kept'],
    ['that a post it refers to is gone', { posts: said({ to: 'gone' }) }, 'of 5 posts none is gone'],
  ],
}

describe('X says', () => {
  test.each(cases.removed)('%s: it is removed', async (_, today, line) => {
    await fetched(said())
    expect(await recheck(today)).toBe(`#lgovsm of ${date}: ${line}`)
    expect(byTime('13:04:00')).toMatchObject({ removed: true, text: [], author: { name: '' } })
    expect(byTime('13:05:00')).toMatchObject({
      replyTo: byTime('13:04:00')?.id,
      text: ['@ann A1 Yes, those #lgovsm'],
    })
    expect(byTime('13:06:00')?.quoted).toBeUndefined()
    const everything = JSON.stringify(archive.current.files())
    expect(everything).not.toMatch(/Plain words|\[@ann\]|x\.com\/ann/)
  })

  test.each(cases.kept)('%s: it stays', async (_, today, line) => {
    await fetched(said())
    const before = archive.current.files()
    expect(await recheck(today)).toBe(`#lgovsm of ${date}: ${line}`)
    expect(archive.current.files()).toEqual(before)
  })

  test.each([
    ['an answer that is cut', faults.cutJson],
    ['an answer that breaks off', faults.cutBody],
    ['a page of HTML', faults.serverError],
    ['that the token is wrong', faults.unauthorized],
    ['that the month is used up', faults.usageCapped],
    ['something else entirely', () => change('no answer', () => ({ meta: { result_count: 0 } }))],
  ])('%s: nothing is removed, and the host is told', async (_, fault) => {
    await fetched(said())
    const before = archive.current.files()
    const today = recheck({ posts: said({ deleted: at('20:00:00') }), faults: always(fault()) })
    await expect(today).rejects.toThrow(Problem)
    expect(archive.current.files()).toEqual(before)
  })
})

test('an edited post is taken over in its newest version; the words of the host stay', async () => {
  const edited = { at: at('13:20:00'), text: 'A1 Plainer words #lgovsm' }
  await fetched(said())
  expect(await recheck({ posts: said({ edited }) })).toBe(
    `#lgovsm of ${date}: of 5 posts none is gone; 1 edited: taken over`,
  )
  expect(byTime('13:04:00')).toMatchObject({ text: ['A1 Plainer words #lgovsm'] })
  expect(byTime('13:04:00')?.versions).toHaveLength(2)
  const before = archive.current.files()
  expect(await recheck({ posts: said({ edited }) })).toBe(`#lgovsm of ${date}: of 5 posts none is gone`)
  expect(archive.current.files()).toEqual(before)
})

test('a post that was edited and then deleted is removed', async () => {
  const edited = { at: at('13:20:00'), text: 'A1 Plainer words #lgovsm' }
  await fetched(said())
  await recheck({ posts: said({ edited }) })
  expect(await recheck({ posts: said({ edited, deleted: at('20:00:00') }) })).toContain('1 deleted: removed')
  expect(byTime('13:04:00')?.removed).toBe(true)
})

test('where most of a session seems gone, nothing is removed until the host says so', async () => {
  const many = Array.from(
    { length: 30 },
    (_, n): PostInput => ({ at: at(`13:10:${String(n + 10)}`), by: 'ann', text: `A1 ${n} #lgovsm` }),
  )
  await fetched(many)
  const before = archive.current.files()
  const gone = many.map((post) => ({ ...post, deleted: at('20:00:00') }))
  expect(await recheck({ posts: gone })).toContain('That is most of the session, so nothing was removed')
  expect(archive.current.files()).toEqual(before)
  expect(await recheck({ posts: gone, believe: true })).toContain('30 deleted: removed')
  expect(posts().every((post) => post.removed)).toBe(true)
})

test('what was removed is not asked for again, and no fetch brings it back', async () => {
  await fetched(said())
  const all = posts()
  await recheck({ posts: said({ deleted: at('20:00:00') }) })
  const before = archive.current.files()
  archive.current.save(lgovsm, date, all)
  expect(JSON.stringify(archive.current.files())).not.toContain('Plain words')
  expect(Object.keys(archive.current.files())).toEqual(Object.keys(before))
  expect(await recheck({ posts: said() })).toBe(`#lgovsm of ${date}: of 4 posts none is gone`)
  expect(allFiles(archive.current.root, '.cache')).toEqual({})
})
