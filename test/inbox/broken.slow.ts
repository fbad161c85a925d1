import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readItems } from '../../scripts/inbox/item-files.ts'
import { loader } from '../../scripts/programs/loader.ts'
import { type Dovecot, noDovecot, startDovecot } from './dovecot.ts'
import { type ScratchInbox, scratchInbox } from './scratch-inbox.ts'

/** Runs that are killed, each with some mails more to collect and to accept. */
const broken = 50
const mailsEach = 3
/** A run with three new mails takes about so many steps. */
const mostSteps = 90

let server: Dovecot
let box: ScratchInbox
beforeAll(async () => {
  box = scratchInbox()
  if (noDovecot === undefined) server = await startDovecot()
})
afterAll(async () => {
  await server?.stop()
  box.remove()
})

test.skipIf(noDovecot)(
  'nothing is lost or doubled, however often a run is killed',
  async () => {
    const random = randomFrom(20101217)
    let sent = 0
    let killed = 0
    let runs = 0
    while (killed < broken) {
      for (let i = 0; i < mailsEach; i++) server.deliver(mail(++sent))
      const signal = await run(1 + Math.floor(random() * mostSteps))
      killed += signal === 'SIGKILL' ? 1 : 0
      runs += 1
      expect(runs, 'most runs are killed').toBeLessThan(3 * broken)
    }
    expect(await run(undefined)).toBeNull()
    const items = readItems(box.root)
    const content = Object.values(box.files('content')).join('\n')
    const counts = Array.from(
      { length: sent },
      (_, i) => content.split(`Answer ${i + 1} of many.`).length - 1,
    )
    const lost = counts.filter((count) => count === 0).length
    const doubled = counts.filter((count) => count > 1).length
    const other = items.filter(({ state }) => state !== 'accepted').length
    console.log(
      `Mails: ${sent}; runs: ${runs}, killed: ${killed}; lost: ${lost}; doubled: ${doubled}; items: ${items.length}, not settled: ${other}`,
    )
    expect({ lost, doubled, other, items: items.length }).toEqual({
      lost: 0,
      doubled: 0,
      other: 0,
      items: sent,
    })
    expect(new Set(items.map(({ place }) => place?.id)).size).toBe(sent)
    expect(
      Object.keys(box.files('.inbox')).filter((path) => path.endsWith('.tmp')),
      'nothing half written is left',
    ).toEqual([])
  },
  600_000,
)

function mail(n: number): Buffer {
  return Buffer.from(
    `From: Writer ${n} <writer${n}@example.org>\r\nMessage-ID: <${n}@example.org>\r\nSubject: [lgovsm 2010-12-17 Q${1 + (n % 3)}]\r\n\r\nName to show: Writer ${n}\r\n\r\nAnswer ${n} of many.\r\n`,
  )
}

/** Ends by SIGKILL at a step, where there is one so late. */
function run(killAt: number | undefined): Promise<NodeJS.Signals | null> {
  const hook = pathToFileURL(join(import.meta.dirname, '../fetching/kill-hook.mjs')).href
  const script = join(import.meta.dirname, 'accepting-run.ts')
  const env = { ...process.env, ...server.env, ...(killAt !== undefined && { KILL_AT: String(killAt) }) }
  const loaders = ['--import', loader, '--import', hook]
  const child = spawn(process.execPath, [...loaders, script], {
    cwd: box.root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => (code ? reject(new Error(`ended with ${code}`)) : resolve(signal)))
  })
}

/** The same numbers each time, from 0 to 1 (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
