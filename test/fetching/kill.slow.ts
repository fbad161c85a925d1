import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { StandIn } from '../../scripts/demo/stand-in.ts'
import { filesBelow, ownChat, runCommand, startChat } from './real-run.ts'

/** Three pages of a hundred and of fifty. */
const posts = 250
/** As many as there are cores in a small machine. */
const atOnce = 2

type Killed = {
  readonly step: string
  readonly isSame: boolean
  readonly lost: number
  /** Stored pages that the next run asked for. */
  readonly askedAgain: number
  /** Pages that both runs asked for. */
  readonly paidTwice: number
  readonly left: readonly string[]
}

test('a run that is killed at any step is finished by the next, which pays for no stored page', async () => {
  const { steps, content } = await undisturbed()
  expect(new Set(idsIn(content)).size).toBe(posts)
  const killed: Killed[] = []
  const points = steps.map((step, n) => ({ step, at: n + 1 }))
  const work = async () => {
    for (let next = points.shift(); next; next = points.shift()) killed.push(await killAt(next, content))
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  const sum = (of: (one: Killed) => number) => killed.reduce((total, one) => total + of(one), 0)
  const most = Math.max(...killed.map(({ paidTwice }) => paidTwice))
  console.log(
    `Kill points tried: ${killed.length}; posts lost: ${sum(({ lost }) => lost)}; stored pages asked for again: ${sum(({ askedAgain }) => askedAgain)}; pages paid for twice by one run: at most ${most}; content other than undisturbed: ${killed.filter(({ isSame }) => !isSame).length}`,
  )
  expect(killed.length).toBeGreaterThan(50)
  expect(
    killed.filter(({ isSame, lost, askedAgain, paidTwice, left }) => {
      return !isSame || lost + askedAgain > 0 || paidTwice > 1 || left.length > 0
    }),
  ).toEqual([])
}, 1_800_000)

async function undisturbed() {
  const root = ownChat()
  const folder = mkdtempSync(join(tmpdir(), 'steps-'))
  const file = join(folder, 'steps.json')
  const server = await startChat(posts)
  try {
    const { code, err } = await runCommand(root, server, { env: { STEPS_FILE: file } })
    expect([code, err]).toEqual([0, ''])
    expect(tokens(server)).toHaveLength(3)
    expect(existsSync(join(root, '.cache/raw/lgovsm/2010-12-17'))).toBe(false)
    const steps: string[] = JSON.parse(readFileSync(file, 'utf8'))
    return { steps, content: filesBelow(join(root, 'content')) }
  } finally {
    await server.close()
    for (const one of [root, folder]) rmSync(one, { recursive: true })
  }
}

async function killAt(
  { step, at }: { readonly step: string; readonly at: number },
  content: Readonly<Record<string, string>>,
): Promise<Killed> {
  const root = ownChat()
  const server = await startChat(posts)
  try {
    const first = await runCommand(root, server, { env: { KILL_AT: String(at) } })
    expect([step, first.signal]).toEqual([step, 'SIGKILL'])
    const asked = tokens(server)
    const stored = asked.slice(0, countStored(root))
    const second = await runCommand(root, server)
    expect([step, second.code, second.err]).toEqual([step, 0, ''])
    const askedNext = tokens(server).slice(asked.length)
    const now = filesBelow(join(root, 'content'))
    const left = Object.keys(filesBelow(join(root, '.cache'))).filter(
      (name) => !/^spending\.json$/.test(name),
    )
    return {
      step,
      isSame: JSON.stringify(now) === JSON.stringify(content),
      lost: idsIn(content).filter((id) => !idsIn(now).includes(id)).length,
      askedAgain: askedNext.filter((token) => stored.includes(token)).length,
      paidTwice: askedNext.filter((token) => asked.includes(token)).length,
      left: left.filter((name) => !name.startsWith('lock.') && !name.endsWith('.tmp')),
    }
  } finally {
    await server.close()
    rmSync(root, { recursive: true })
  }
}

/** The next_token of each search, in order; '' for the first page. */
function tokens({ requests }: StandIn): string[] {
  return requests.filter(({ path }) => path.includes('/search/')).map(({ query }) => query.next_token ?? '')
}

function countStored(root: string): number {
  const folder = join(root, '.cache/raw')
  if (!existsSync(folder)) return 0
  return Object.keys(filesBelow(folder)).filter((name) => name.endsWith('.json')).length
}

function idsIn(content: Readonly<Record<string, string>>): string[] {
  return Object.values(content).flatMap((text) => text.match(/(?<=<!-- id=)\d+/g) ?? [])
}
