import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  mirrorRecordChange,
  type PieceRecord,
  readMirrorRecord,
} from '../../scripts/content/mirror-records.ts'
import { writeTogether } from '../../scripts/content/transaction.ts'
import { runMirror } from '../../scripts/mirroring/run-mirror.ts'
import type { Piece } from '../../scripts/mirrors/mirror.ts'
import { MirrorTrouble } from '../../scripts/mirrors/trouble.ts'
import { chat } from '../builders.ts'
import { scratch } from '../commands/command.ts'
import { memoryMirror, piece } from './mirror.ts'

let root = ''
let remove = () => {}
let pieces: Record<string, Piece[]>
let spoil: (call: string) => void
let mirror: ReturnType<typeof memoryMirror>
let now: number
const index = (checked: string) => `---\nchecked: ${checked}\n---\n`

beforeEach(() => {
  now = Date.parse('2010-12-18T09:00:00Z')
  const made = scratch({
    'content/lgovsm/2010-12-10/index.md': index('yes'),
    'content/lgovsm/2010-12-17/index.md': index('yes'),
  })
  root = made.root
  remove = made.remove
  pieces = { '2010-12-10': [ten('All')], '2010-12-17': [summary, first, second] }
  spoil = () => undefined
  mirror = memoryMirror(
    (date) => pieces[date] ?? [],
    (call) => spoil(call),
  )
})
afterEach(() => remove())

const ten = (text: string) =>
  piece('all', { slug: 'lgovsm-2010-12-10', at: '2010-12-10T13:00:00Z', lines: [text] })
const summary = piece('summary', { at: '2010-12-17T13:00:59Z' })
const first = piece('q1', { at: '2010-12-17T13:00:58Z' })
const second = piece('q2', { at: '2010-12-17T13:00:57Z' })

type Options = Partial<Parameters<typeof runMirror>[0]>

async function run(options: Options = {}): Promise<string[]> {
  const said: string[] = []
  const progress = { start: () => {}, advance: () => {}, done: () => {}, close: () => {} }
  mirror.calls.length = 0
  await runMirror({
    root,
    mirror,
    chats: [chat()],
    dates: [],
    dryRun: false,
    again: false,
    old: 10,
    yes: false,
    clock: () => now,
    wait: async () => {},
    backoffMillis: 0,
    progress,
    signal: new AbortController().signal,
    tell: (line) => said.push(line),
    ...options,
  })
  return said
}

const slugs = () => [...mirror.posts.values()].map(({ slug }) => slug)
const record = (date: string) => readMirrorRecord(root, { chat: 'lgovsm', date, place: 'memory here' })
const write = (path: string, text: string) => writeFileSync(join(root, 'content/lgovsm', path), text)
const drop = (path: string) => rmSync(join(root, 'content/lgovsm', path), { recursive: true })

test('publishes oldest first, and the parts of one session from the last to the first', async () => {
  expect(await run()).toEqual(['here: 4 created (5 calls)'])
  expect(mirror.calls).toEqual([
    'list',
    'create lgovsm-2010-12-10',
    'create lgovsm-q2',
    'create lgovsm-q1',
    'create lgovsm-summary',
  ])
})

test('again, one call and nothing done', async () => {
  await run()
  expect(await run()).toEqual(['here: all as it was (1 call)'])
})

test('without anything to mirror it asks nothing', async () => {
  pieces = {}
  expect(await run()).toEqual(['here: all as it was (0 calls)'])
})

test('a correction is edited, a part that is gone deleted', async () => {
  await run()
  pieces = { '2010-12-10': [ten('Corrected')], '2010-12-17': [summary, first] }
  expect(await run()).toEqual(['here: 1 deleted, 1 edited (4 calls)'])
  expect(slugs()).toEqual(['lgovsm-2010-12-10', 'lgovsm-q1', 'lgovsm-summary'])
  expect(mirror.posts.get('1')?.lines).toEqual(['Corrected'])
  expect(await run()).toEqual(['here: all as it was (1 call)'])
})

test('a session whose folder is gone is deleted, and so is its record', async () => {
  await run()
  drop('2010-12-17')
  expect(await run()).toEqual(['here: 3 deleted (4 calls)'])
  expect(slugs()).toEqual(['lgovsm-2010-12-10'])
  expect(record('2010-12-17').size).toBe(0)
})

const draft = (date: string) =>
  `here: kept in step, but nothing more is published, since index.md does not say "checked: yes": ${date}`

test('of a session that is a draft nothing is published', async () => {
  write('2010-12-10/index.md', index('no'))
  await run()
  expect(slugs()).not.toContain('lgovsm-2010-12-10')
})

test.each([
  ['is a draft again', () => write('2010-12-17/index.md', index('no'))],
  [
    'lost its index.md',
    () => {
      write('2010-12-17/q1.md', '')
      drop('2010-12-17/index.md')
    },
  ],
])(
  'of a session that %s, what is removed goes, what is corrected is edited, what is new waits',
  async (_, spoilt) => {
    await run()
    spoilt()
    expect(await run()).toEqual([draft('2010-12-17'), 'here: all as it was (1 call)'])
    const third = piece('q3', { at: '2010-12-17T13:00:56Z' })
    pieces['2010-12-17'] = [summary, { ...first, lines: ['Less'], hash: 'Less' }, third]
    expect(await run()).toEqual([draft('2010-12-17'), 'here: 1 deleted, 1 edited (4 calls)'])
    expect(slugs()).toEqual(['lgovsm-2010-12-10', 'lgovsm-q1', 'lgovsm-summary'])
    expect(mirror.posts.get('3')?.lines).toEqual(['Less'])
    write('2010-12-17/index.md', index('yes'))
    expect(await run()).toEqual([expect.stringMatching(/^here: 1 created/)])
  },
)

test('what was deleted of a draft while a run died is not published anew', async () => {
  await run()
  write('2010-12-10/index.md', index('no'))
  pieces['2010-12-10'] = []
  await dies(/remove/, 'after')
  pieces['2010-12-10'] = [ten('All')]
  await run()
  expect(slugs()).not.toContain('lgovsm-2010-12-10')
  expect(record('2010-12-10').size).toBe(0)
})

test.each(['before', 'after'])(
  'a post that was published %s a run broke off is not repeated',
  async (moment) => {
    let broken = 0
    const create = mirror.create
    mirror = Object.assign(mirror, {
      create: async (one: Piece) => {
        if (moment === 'before' && broken++ < 2) throw new MirrorTrouble('cut', 'soon')
        const id = await create(one)
        if (moment === 'after' && broken++ < 2) throw new MirrorTrouble('cut', 'soon')
        return id
      },
    })
    await run()
    expect(slugs().toSorted()).toEqual(['lgovsm-2010-12-10', 'lgovsm-q1', 'lgovsm-q2', 'lgovsm-summary'])
  },
)

test('what was published and not written down is found again', async () => {
  await run()
  drop('mirrors')
  pieces['2010-12-10'] = [ten('Corrected')]
  const [said] = await run()
  expect(said).toMatch(/^here: 4 adopted/)
  expect(mirror.posts.size).toBe(4)
  expect(mirror.posts.get('1')?.lines).toEqual(['Corrected'])
  expect(await run()).toEqual(['here: all as it was (1 call)'])
})

test('an edit that arrived and was not written down is no edit by hand', async () => {
  await run()
  pieces['2010-12-10'] = [ten('Second')]
  const edit = mirror.edit
  mirror = Object.assign(mirror, {
    edit: async (id: string, one: Piece) => {
      await edit(id, one)
      throw new Error('power cut')
    },
  })
  await expect(run()).rejects.toThrow('power cut')
  mirror = Object.assign(mirror, { edit })
  pieces['2010-12-10'] = [ten('Third')]
  expect(await run()).toEqual(['here: 1 edited (3 calls)'])
  expect(mirror.posts.get('1')?.lines).toEqual(['Third'])
})

const byHand = (lines: string[]) => {
  const found = mirror.posts.get('1')
  if (found) mirror.posts.set('1', { ...found, lines })
}

const byHandRecord = (date: string, key: string, one: PieceRecord) => {
  const at = { chat: 'lgovsm', date, place: 'memory here' }
  const records = new Map([...record(date), [key, one]])
  writeTogether(root, 'test', [mirrorRecordChange(root, at, records)])
}

/** Pages of two: the post of the older session is on the second. */
async function untilSeen(): Promise<string[]> {
  return [...(await run()), ...(await run())]
}

test('what was edited there by hand is said and left, until --again', async () => {
  await run()
  byHand(['My words'])
  expect(await untilSeen()).toContain('here: lgovsm 2010-12-10: lgovsm-2010-12-10 was edited there by hand')
  pieces['2010-12-10'] = [ten('Corrected')]
  expect(await run()).toEqual([
    "here: left as somebody made it there by hand: 2010-12-10: the archive's words come back with --again and the date",
    'here: all as it was (1 call)',
  ])
  expect(mirror.posts.get('1')?.lines).toEqual(['My words'])
  await run({ dates: ['2010-12-10'], again: true })
  expect(mirror.posts.get('1')?.lines).toEqual(['Corrected'])
  expect(await run()).toEqual(['here: all as it was (1 call)'])
})

test('an edit by hand is seen before a correction writes over it', async () => {
  await run()
  byHand(['My words'])
  pieces['2010-12-10'] = [ten('Corrected')]
  await run()
  expect(mirror.posts.get('1')?.lines).toEqual(['My words'])
  expect(record('2010-12-10').get('all')?.left).toBe('edited')
})

test('what was deleted there by hand is said and not published again, until --again', async () => {
  await run()
  mirror.posts.delete('1')
  expect(await untilSeen()).toContain('here: lgovsm 2010-12-10: lgovsm-2010-12-10 was deleted there by hand')
  await run()
  expect(slugs()).not.toContain('lgovsm-2010-12-10')
  await run({ dates: ['2010-12-10'], again: true })
  expect(slugs()).toContain('lgovsm-2010-12-10')
})

test('what the host undid there counts as untouched again', async () => {
  await run()
  byHand(['My words'])
  await untilSeen()
  byHand(['All'])
  await untilSeen()
  expect(record('2010-12-10').get('all')?.left).toBe(undefined)
})

test('old sessions come a few a day, their dates given at once', async () => {
  now = Date.parse('2012-01-01T00:00:00Z')
  expect(await run({ old: 1 })).toEqual([
    'here: 1 older session waits: 1 a day; --older 20 makes it 20',
    'here: 1 created (2 calls)',
  ])
  expect(slugs()).toEqual(['lgovsm-2010-12-10'])
  await run({ old: 1 })
  expect(slugs()).toEqual(['lgovsm-2010-12-10'])
  now += 86_400_001
  await run({ old: 1 })
  expect(mirror.posts.size).toBe(4)
})

test('a limit of the place stops the run in good order, and the next one goes on', async () => {
  const limits = [{ what: 'posts', most: 2, seconds: 86_400 } as const]
  expect(await run({ mirror: { ...mirror, limits } })).toEqual([
    'here: stopped in good order (2 new posts a day): run the command again from 2010-12-19T09:00:00Z; left to do: 2',
    'here: 2 created (3 calls)',
  ])
  now += 3_600_000
  expect((await run({ mirror: { ...mirror, limits } }))[0]).toMatch(
    /from 2010-12-19T09:00:00Z; left to do: 2$/,
  )
  now += 86_400_000
  await run({ mirror: { ...mirror, limits } })
  expect(mirror.posts.size).toBe(4)
})

test('a place that is full says so itself', async () => {
  spoil = (call) => {
    if (call === 'create lgovsm-q1') throw new MirrorTrouble('full for today', { from: now + 3_600_000 })
  }
  expect((await run())[0]).toBe(
    'here: stopped in good order (full for today): run the command again from 2010-12-18T10:00:00Z; left to do: 2',
  )
})

test('many sessions that are gone at once want a word of the host', async () => {
  const dates = ['2010-11-19', '2010-11-26', '2010-12-10', '2010-12-17']
  for (const date of dates) {
    pieces[date] = [piece('all', { slug: date, at: `${date}T13:00:00Z` })]
    const made = join(root, 'content/lgovsm', date)
    if (!['2010-12-10', '2010-12-17'].includes(date)) {
      mkdirSync(made)
      write(`${date}/index.md`, index('yes'))
    }
  }
  await run()
  for (const date of dates) drop(date)
  await expect(run()).rejects.toThrow(
    /^here: 4 sessions stand there that are no longer in content\/ \(2010-11-19 to 2010-12-17\)/,
  )
  expect(mirror.calls).toEqual([])
  await run({ yes: true })
  expect(mirror.posts.size).toBe(0)
})

test('a dry run shows the difference and changes nothing', async () => {
  await run()
  pieces = { '2010-12-10': [ten('Corrected')], '2010-12-17': [summary, first] }
  expect(await run({ dryRun: true })).toEqual([
    'lgovsm 2010-12-17: would delete q2 (2)',
    'lgovsm 2010-12-10: would edit lgovsm-2010-12-10',
    '  - All',
    '  + Corrected',
    'here: nothing was changed (2 calls)',
  ])
  expect(mirror.posts.size).toBe(4)
})

test('a wrong id that was written down is put right', async () => {
  await run()
  const path = join(root, 'content/lgovsm/mirrors/2010-12-17.json')
  writeFileSync(path, readFileSync(path, 'utf8').replace('"id": "4"', '"id": "99"'))
  expect(await run()).toEqual(['here: all as it was (1 call)'])
  expect(record('2010-12-17').get('summary')?.id).toBe('4')
})

test('a deletion that arrived and was not written down is none by hand where the session comes back', async () => {
  await run()
  const all = pieces['2010-12-17'] ?? []
  pieces['2010-12-17'] = []
  const { remove: take } = mirror
  mirror = Object.assign(mirror, {
    remove: async (id: string) => {
      await take(id)
      throw new Error('power cut')
    },
  })
  await expect(run()).rejects.toThrow('power cut')
  mirror = Object.assign(mirror, { remove: take })
  pieces['2010-12-17'] = all
  const said = await run()
  expect(said).toEqual([expect.stringMatching(/^here: 1 created/)])
  expect(slugs().toSorted()).toEqual(['lgovsm-2010-12-10', 'lgovsm-q1', 'lgovsm-q2', 'lgovsm-summary'])
})

/** Ends the run at the first call that matches: before it is carried out, or after. */
async function dies(call: RegExp, moment: 'before' | 'after'): Promise<void> {
  const { edit, remove: take } = mirror
  const cut =
    <A extends unknown[]>(name: string, act: (...args: A) => Promise<void>) =>
    async (...args: A) => {
      const isCut = call.test(name)
      if (!isCut || moment === 'after') await act(...args)
      if (isCut) throw new Error('power cut')
    }
  mirror = Object.assign(mirror, { edit: cut('edit', edit), remove: cut('remove', take) })
  await expect(run()).rejects.toThrow('power cut')
  mirror = Object.assign(mirror, { edit, remove: take })
}

test.each(['before', 'after'] as const)(
  'what stood there before comes back where the run that corrected it died %s its edit',
  async (moment) => {
    await run()
    pieces['2010-12-10'] = [ten('Second')]
    await dies(/edit/, moment)
    pieces['2010-12-10'] = [ten('All')]
    await run()
    expect(mirror.posts.get('1')?.lines).toEqual(['All'])
    expect(record('2010-12-10').get('all')).not.toHaveProperty('next')
    expect(await run()).toEqual(['here: all as it was (1 call)'])
  },
)

test.each(['before', 'after'] as const)(
  'a session that comes back stands there where the run that deleted it died %s its call, on whatever page it is',
  async (moment) => {
    await run()
    const all = pieces['2010-12-10'] ?? []
    pieces['2010-12-10'] = []
    await dies(/remove/, moment)
    pieces['2010-12-10'] = all
    await run()
    expect(slugs()).toContain('lgovsm-2010-12-10')
    expect(record('2010-12-10').get('all')).not.toHaveProperty('next')
    expect(await run()).toEqual(['here: all as it was (1 call)'])
  },
)

const refused = (call: RegExp) => {
  spoil = (made) => {
    if (call.test(made)) throw new MirrorTrouble('Place answered 400: too long', 'refused')
  }
}

test('what is refused of one piece holds no other up, and ends the run', async () => {
  refused(/create lgovsm-2010-12-10/)
  await expect(run()).rejects.toThrow(
    /^here: one post was not taken: lgovsm 2010-12-10 \(all\): Place answered 400: too long$/,
  )
  expect(slugs()).toEqual(['lgovsm-q2', 'lgovsm-q1', 'lgovsm-summary'])
  spoil = () => undefined
  expect(await run()).toEqual([expect.stringMatching(/^here: 1 created/)])
})

test('a refused edit keeps no removal back, and is tried again', async () => {
  await run()
  pieces = { '2010-12-10': [ten('Much too long')], '2010-12-17': [summary] }
  refused(/edit|remove 2/)
  await expect(run()).rejects.toThrow(
    /^here: 2 posts were not taken, as the lines above say: lgovsm 2010-12-17 /,
  )
  expect(slugs()).toEqual(['lgovsm-2010-12-10', 'lgovsm-q2', 'lgovsm-summary'])
  pieces['2010-12-10'] = [ten('Short')]
  spoil = () => undefined
  expect(await run()).toEqual([expect.stringMatching(/^here: 1 deleted, 1 edited/)])
})

test('what must not stand there goes before anything else is done, whatever its date', async () => {
  await run()
  pieces = { '2010-12-10': [ten('Corrected')], '2010-12-17': [summary, first, piece('q3')] }
  await run()
  expect(mirror.calls.filter((call) => /^(remove|edit|create)/.test(call))).toEqual([
    'remove 2',
    'edit 1',
    'create lgovsm-q3',
  ])
})

test.each(['never', 'gone', 'soon'] as const)(
  'trouble of the whole place (%s) ends the run at once',
  async (again) => {
    spoil = (call) => {
      if (call === 'create lgovsm-2010-12-10') throw new MirrorTrouble('answered 401', again)
    }
    await expect(run()).rejects.toThrow('answered 401')
    expect(slugs()).toEqual([])
  },
)

test('a dry run says what the run after it does, of what was deleted there as of what was lost', async () => {
  await run()
  mirror.posts.delete('4')
  mirror.posts.delete('1')
  byHandRecord('2010-12-10', 'all', { id: '1', hash: 'All', lines: 'x', next: 'none' })
  drop('mirrors/2010-12-17.json')
  const said = await run({ dryRun: true })
  expect(said).toEqual([
    'lgovsm 2010-12-10: would publish lgovsm-2010-12-10, dated 2010-12-10T13:00:00Z, tagged ',
    '  + All',
    'lgovsm 2010-12-17: lgovsm-q2 stands there already (2)',
    'lgovsm 2010-12-17: lgovsm-q1 stands there already (3)',
    'lgovsm 2010-12-17: would publish lgovsm-summary, dated 2010-12-17T13:00:59Z, tagged ',
    '  + Hello',
    expect.stringMatching(/^here: nothing was changed/),
  ])
  expect(await run()).toEqual([expect.stringMatching(/^here: 2 created, 2 adopted/)])
})

test('a dry run leaves the next page to the run after it', async () => {
  await run()
  byHand(['My words'])
  await run()
  await run({ dryRun: true })
  expect(await run()).toContain('here: lgovsm 2010-12-10: lgovsm-2010-12-10 was edited there by hand')
})
