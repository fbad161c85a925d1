import { afterEach, beforeEach, expect, test } from 'vitest'
import { chatDay } from '../../scripts/friday/chat-day.ts'
import { recheckWeek } from '../../scripts/friday/recheck-week.ts'
import { chat, post } from '../builders.ts'
import { noProgress } from '../publishing/site.ts'
import { scratchArchive } from '../removing/scratch.ts'

const lgovsm = chat()
const dates = ['2010-12-03', '2010-12-10', '2010-12-17', '2010-12-24', '2010-12-31']
/** Ten minutes after an hour that nobody has read yet. */
const after = '2011-01-07T14:10:00Z'

let archive = scratchArchive([])
beforeEach(() => {
  archive.remove()
  archive = scratchArchive([lgovsm])
  for (const date of dates) {
    const posts = Array.from({ length: 10 }, (_, n) => post({ at: `${date}T13:0${n}:00Z` }))
    archive.save(lgovsm, date, posts)
  }
})
afterEach(() => archive.remove())

type Week = {
  readonly now?: string
  readonly token?: string | undefined
  readonly maxCost?: number
  readonly reads?: boolean
}

/** Dates that X was asked about, and what else was told; ten posts cost five cents. */
async function week({ now = after, maxCost = 10, reads = true, ...rest }: Week): Promise<string[]> {
  const { root } = archive
  const token = 'token' in rest ? rest.token : 'a token'
  const look = async (ids: readonly string[]) => ({
    verdicts: new Map(ids.map((id) => [id, 'there' as const])),
    edited: [],
  })
  const day = chatDay(root, lgovsm, Date.parse(now))
  if (reads) archive.save(lgovsm, '2011-01-07', [post({ at: '2011-01-07T13:01:00Z' })])
  let asked = 0
  const lines: string[] = []
  await recheckWeek({
    root,
    days: [day],
    token,
    believe: false,
    purse: { allow: (most) => most, pay: () => {}, spent: () => asked * 0.05, maxCost, say: () => [] },
    progress: { ...noProgress, close: () => {} },
    tell: (line) => {
      if (line.includes('none is gone')) asked++
      lines.push(/^#lgovsm of (\S+):/.exec(line)?.[1] ?? line)
    },
    now,
    open: async () => ({ look, close: async () => {} }),
  })
  return lines
}

test('with the first reading of a session, the newest are asked about and then an older one', async () => {
  expect(await week({})).toEqual(['2010-12-17', '2010-12-24', '2010-12-31', '2010-12-03', '2010-12-10'])
})

test('at a later reading, or where none took place, nothing is asked', async () => {
  expect(await week({ reads: false })).toEqual([])
  await week({})
  expect(chatDay(archive.root, lgovsm, Date.parse('2011-01-07T15:10:00Z'))).toMatchObject({ first: [] })
  expect(await week({ now: '2011-01-07T15:10:00Z' })).toEqual([])
})

test('without a token nothing is asked', async () => {
  expect(await week({ token: undefined })).toEqual([])
})

test('the newest come first where max_cost is not enough for all, and what was left out is told', async () => {
  expect(await week({ maxCost: 0.12 })).toEqual([
    '2010-12-24',
    '2010-12-31',
    'Not asked about, since max_cost ($0.12) leaves too little: 2010-12-17',
  ])
})
