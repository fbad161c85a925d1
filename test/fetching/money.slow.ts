import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readSpending } from '../../scripts/cache/spending-file.ts'
import { readChat } from '../../scripts/content/chats.ts'
import { faults } from '../../scripts/demo/faults.ts'
import type { StandIn } from '../../scripts/demo/stand-in.ts'
import { estimateAmount, sayEstimate } from '../../scripts/fetching/estimate.ts'
import { openPurse, type Purse } from '../../scripts/fetching/purse.ts'
import { addBrought, monthOf, nothingSpent } from '../../scripts/model/spending.ts'
import { filesBelow, ownChat, runCommand, startChat } from './real-run.ts'

describe('what was spent', () => {
  test('counts the same post and person once a UTC day', () => {
    const brought = { posts: ['1', '2', '2'], people: ['7'] }
    const first = addBrought(nothingSpent, brought, '2010-12-17T14:00:00Z')
    expect(first.added).toEqual({ posts: 2, people: 1 })
    const again = addBrought(first.spending, { posts: ['2', '3'], people: ['7'] }, '2010-12-17T23:59:59Z')
    expect(again.added).toEqual({ posts: 1, people: 0 })
    const nextDay = addBrought(again.spending, brought, '2010-12-18T00:00:00Z')
    expect(nextDay.added).toEqual({ posts: 2, people: 1 })
    expect(monthOf(nextDay.spending, '2010-12')).toEqual({ posts: 5, people: 2 })
    const nextMonth = addBrought(nextDay.spending, brought, '2011-01-01T00:00:00Z')
    expect(monthOf(nextMonth.spending, '2011-01')).toEqual({ posts: 2, people: 1 })
    expect(monthOf(nextMonth.spending, '2010-12')).toEqual({ posts: 5, people: 2 })
  })
})

describe('the purse', () => {
  let root = ''
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'purse-'))
  })
  afterEach(() => rmSync(root, { recursive: true }))

  const open = (maxCost: number): Purse =>
    openPurse({ root, maxCost, clock: () => Date.parse('2010-12-17T14:00:00Z') })
  const ids = (most: number, from = 0) => Array.from({ length: most }, (_, n) => String(from + n))

  test('allows as much as cannot cost too much, whatever the posts refer to', () => {
    const purse = open(2)
    // A post, one that it answers and one that it quotes, three authors and whom it answers: $0.055.
    expect(purse.allow(100)).toBe(36)
    purse.pay({ posts: ids(100), people: ids(40) })
    expect(purse.spent()).toBeCloseTo(0.9)
    expect(purse.allow(100)).toBe(20)
    purse.pay({ posts: ids(100, 100), people: ids(20, 100) })
    expect(() => purse.allow(100)).toThrow(
      'content/site.yaml: max_cost: one more page could cost more than $2.00 (about $1.60 is spent): run the command again, or raise max_cost',
    )
  })

  test('says what the run and the month have cost, and nothing where nothing was read', () => {
    expect(open(10).say()).toEqual([])
    const first = open(10)
    first.pay({ posts: ids(100), people: ids(40) })
    const second = open(10)
    second.pay({ posts: ids(150), people: ids(41) })
    expect(second.say()).toEqual(['X: 50 posts and 1 people read, about $0.26; 2010-12 so far: about $1.16'])
  })

  test('keeps its account where nobody else can read it', () => {
    open(10).pay({ posts: ids(1), people: [] })
    const file = join(root, '.cache/spending.json')
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0)
    expect(readSpending(root).months).toEqual({ '2010-12': { posts: 1, people: 0 } })
    writeFileSync(file, '{"months":')
    expect(() => readSpending(root)).toThrow('.cache/spending.json:1: this cannot be read: delete it')
  })
})

describe('a run', () => {
  let root = ''
  let server: StandIn | undefined
  afterEach(async () => {
    await server?.close()
    rmSync(root, { recursive: true })
  })

  test('says before what it will cost and afterwards what it has cost', async () => {
    root = ownChat()
    server = await startChat(140)
    const { out, err } = await runCommand(root, server)
    expect(err).toBe('')
    expect(out).toContain('Reading #lgovsm of 2010-12-17: about 140 posts, $0.70 to $1.09')
    expect(out).toContain('page 2: 140 posts so far, about $1.12')
    expect(out).toMatch(/^X: 140 posts and 42 people read, about \$1\.12; 2010-12 so far: about \$1\.12$/m)
  })

  test('stops before max_cost is passed, keeps what it has read, and goes on from there', async () => {
    root = ownChat('max_cost: 1.20\n')
    server = await startChat(140)
    const first = await runCommand(root, server)
    expect(first.code).toBe(1)
    expect(first.out).toContain('max_cost may stop it before $1.20')
    expect(first.err).toMatch(
      /^content\/site\.yaml: max_cost: one more page could cost more than \$1\.20 \(about \$\S+ is spent\): run the command again, or raise max_cost; \d+ pages with \d+ posts are kept in \.cache\/raw and will not be paid for again\n$/,
    )
    expect(spentIn(root)).toBeLessThanOrEqual(1.2)
    expect(existsSync(join(root, 'content/lgovsm/2010-12-17'))).toBe(false)
    const asked = server.requests.length
    const second = await runCommand(root, server)
    expect([second.code, second.err]).toEqual([0, ''])
    const tokens = searches(server)
    expect(new Set(tokens).size).toBe(tokens.length)
    expect(server.requests.length).toBeGreaterThan(asked)
    expect(
      Object.values(filesBelow(join(root, 'content')))
        .join()
        .match(/<!-- id=/g),
    ).toHaveLength(140)
  })

  test('is told what a stop means and what is kept where the posts are used up', async () => {
    root = ownChat()
    server = await startChat(140, { faults: (_, n) => (n === 2 ? faults.usageCapped() : undefined) })
    const { code, err, out } = await runCommand(root, server)
    expect(code).toBe(1)
    expect(err).toBe(
      "X answered 429: the posts that X_BEARER_TOKEN may read are used up: raise the limit in X's developer console, or wait until it begins anew; a page with 100 posts is kept in .cache/raw and will not be paid for again\n",
    )
    expect(out).toMatch(/^X: 100 posts and 42 people read/m)
    const again = await runCommand(root, server)
    expect(again.code).toBe(0)
    expect(searches(server)).toHaveLength(3)
  })

  test('of the sample costs nothing and shows nothing', async () => {
    root = ownChat()
    writeFileSync(join(root, 'content/lgovsm/chat.yaml'), 'sample: yes\nfirst: 2010-12-17\n')
    server = await startChat(1)
    const { out } = await runCommand(root, server)
    expect(out).not.toContain('$')
    expect(existsSync(join(root, '.cache/spending.json'))).toBe(false)
    expect(server.requests).toEqual([])
  })

  test('is estimated by an earlier session, else by the table', async () => {
    root = ownChat()
    server = await startChat(140)
    const chat = readChat(root, 'lgovsm')
    const of = (date: string, count?: number) => sayEstimate(estimateAmount({ root, chat, date, count }))
    expect(of('2010-12-24')).toBe('about 300 posts, $1.50 to $2.15')
    await runCommand(root, server)
    expect(of('2010-12-24')).toBe('about 140 posts, $0.70 to $1.12')
    expect(of('2010-12-24', 280)).toBe('about 280 posts, $1.40 to $2.09')
  })
})

function spentIn(root: string): number {
  const { posts, people } = JSON.parse(readFileSync(join(root, '.cache/spending.json'), 'utf8')).months[
    '2010-12'
  ]
  return posts * 0.005 + people * 0.01
}

function searches({ requests }: StandIn): string[] {
  return requests.filter(({ path }) => path.includes('/search/')).map(({ query }) => query.next_token ?? '')
}
