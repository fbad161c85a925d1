import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withLock } from '../../scripts/cache/lock.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lock-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const lock = () => join(root, '.cache/lock')
const leave = (text: string) => {
  mkdirSync(join(root, '.cache'))
  writeFileSync(lock(), text)
}
const by = (process: number, host = hostname()) => JSON.stringify({ process, host, since: 1 })
const noWait = async () => {}

test('of two runs the second waits until the first is done, and says so once', async () => {
  const events: string[] = []
  let finish = () => {}
  const first = withLock({ root }, async () => {
    events.push('first begins')
    await new Promise<void>((done) => {
      finish = done
    })
    events.push('first ends')
  })
  await new Promise((begun) => setImmediate(begun))
  let polls = 0
  const wait = async () => {
    polls++
    if (polls < 3) return
    finish()
    await first
  }
  const onWait = (process: number) => void events.push(`waiting for ${process}`)
  await withLock({ root, onWait, wait }, async () => void events.push('second begins'))
  expect(events).toEqual(['first begins', `waiting for ${process.pid}`, 'first ends', 'second begins'])
})

test('who waits too long is told what to do', async () => {
  leave(by(process.pid))
  const run = withLock({ root, wait: noWait, longestWaitMillis: 5000 }, async () => 'done')
  await expect(run).rejects.toThrow(
    `another run is at work (process ${process.pid}): wait until it is done, or end it, and run the command again`,
  )
  expect(readFileSync(lock(), 'utf8')).toBe(by(process.pid))
})

const dead = spawnSync(process.execPath, ['-e', '']).pid

test.each([
  ['a process that is gone', by(dead)],
  ['a process of another machine that says nothing for a minute', by(1, 'elsewhere')],
  ['a run that died before it wrote its name', ''],
])('the lock of %s is taken over', async (_, text) => {
  leave(text)
  expect(await withLock({ root, wait: noWait }, async () => readFileSync(lock(), 'utf8'))).toContain(
    `"process":${process.pid}`,
  )
})

test('nothing is left, whether the work succeeds or fails', async () => {
  await withLock({ root }, async () => undefined)
  await expect(withLock({ root }, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(readdirSync(root)).toEqual([])
})

test('a lock that another run took over stays', async () => {
  await withLock({ root }, async () => writeFileSync(lock(), by(1)))
  expect(existsSync(lock())).toBe(true)
})

test('ten runs at once never meet', async () => {
  let inside = 0
  let most = 0
  const wait = () => new Promise((done) => setImmediate(done))
  const work = async () => {
    inside++
    most = Math.max(most, inside)
    await wait()
    inside--
  }
  await Promise.all(Array.from({ length: 10 }, () => withLock({ root, wait }, work)))
  expect(most).toBe(1)
})
