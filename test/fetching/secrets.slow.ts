import { chmodSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { FaultHook } from '../../scripts/demo/doors.ts'
import type { Fault } from '../../scripts/demo/fault.ts'
import { faults } from '../../scripts/demo/faults.ts'
import type { StandIn } from '../../scripts/demo/stand-in.ts'
import { type Ended, filesBelow, ownChat, type RunOptions, runCommand, startChat } from './real-run.ts'

const token = 'AAAAAAAAAAAAAAAAAAAAAFindMe%3DZq9xKnownToken'
/** As it stands, decoded, and as base64 would show it. */
const forms = [
  token,
  decodeURIComponent(token),
  Buffer.from(token).toString('base64'),
  'FindMe',
  'KnownToken',
]

let root = ''
let server: StandIn | undefined
afterEach(async () => {
  await server?.close()
  rmSync(root, { recursive: true })
  root = ''
})

/** Runs the command; fails where anything that it wrote shows the token. */
async function run(options: RunOptions & { faults?: FaultHook; knows?: string } = {}): Promise<Ended> {
  const { faults, knows = token, ...rest } = options
  root ||= ownChat()
  server = await startChat(140, { token: knows, ...(faults ? { faults } : {}) })
  const ended = await runCommand(root, server, { token, ...rest })
  const { '.env': _, ...files } = filesBelow(root)
  const written = { ...files, out: ended.out, err: ended.err }
  const shown = Object.entries(written).flatMap(([name, text]) =>
    forms.some((form) => text.includes(form)) ? [name] : [],
  )
  expect(shown).toEqual([])
  return ended
}

const always =
  (fault: () => Fault): FaultHook =>
  () =>
    fault()

test('a run that succeeds', async () => {
  const { code, out } = await run()
  expect([code, out]).toEqual([0, expect.stringMatching(/^2010-12-17: 140 posts/m)])
})

test('Node does not get to print what it sends', async () => {
  const { code, err } = await run({ env: { NODE_DEBUG: 'http,https,net,tls' } })
  expect([code, err]).toEqual([
    1,
    expect.stringMatching(/NODE_DEBUG would print X_BEARER_TOKEN for all to see: unset it/),
  ])
  expect(server?.requests).toEqual([])
})

const talkative = { DEBUG: '*', NODE_OPTIONS: '--trace-uncaught --trace-warnings' }

test('a run that succeeds, with all that libraries print for debugging', async () => {
  expect((await run({ env: talkative })).code).toBe(0)
})

test('a run that fails, with all that libraries print for debugging', async () => {
  expect((await run({ env: talkative, faults: always(faults.badRequest) })).code).toBe(1)
})

test('a token from .env', async () => {
  root = ownChat()
  writeFileSync(join(root, '.env'), `X_BEARER_TOKEN=${token}\n`, { mode: 0o600 })
  expect(await run({ token: '' })).toMatchObject({ code: 0, err: '' })
})

test.skipIf(process.platform === 'win32')('an .env that others can read is warned of', async () => {
  root = ownChat()
  writeFileSync(join(root, '.env'), `X_BEARER_TOKEN=${token}\n`)
  chmodSync(join(root, '.env'), 0o644)
  const { code, err } = await run({ token: '' })
  expect([code, err]).toEqual([0, '.env: others on this computer can read your token: run chmod 600 .env\n'])
})

// biome-ignore format: a table
const failures: [what: string, options: Parameters<typeof run>[0], err: RegExp][] = [
  ['a token that is not accepted', { knows: 'another' }, /^X answered 401: X_BEARER_TOKEN is not accepted/m],
  ['a token with a space in it', { token: `${token} x` }, /^X_BEARER_TOKEN holds a space/m],
  ['an app in no project', { faults: always(faults.notEnrolled) }, /^X answered 403/m],
  ['a request that is not understood, told with the request', { faults: always(() => faults.badRequest(`no: Bearer ${token}`)) }, /^X answered 400/m],
  ['posts that are used up', { faults: always(faults.usageCapped) }, /^X answered 429/m],
  ['a redirect', { faults: always(faults.redirect) }, /^X answered 302/m],
  ['an answer that is too long', { faults: always(() => faults.huge(60_000_000)) }, /^X: the answer is longer than/m],
  ['a wait that is too long', { faults: always(() => faults.rateLimited(1e8)) }, /too long to wait/m],
  ['no end of errors', { faults: always(faults.serverError) }, /^X answered 503/m],
  ['connections reset', { faults: always(faults.reset) }, /^X: it cannot be reached/m],
  ['half answers', { faults: always(faults.cutBody) }, /^X: the connection broke off/m],
  ['broken gzip', { faults: always(faults.brokenGzip) }, /^X: the packed answer is broken/m],
  ['an address without https', { env: { X_API_URL: 'http://example.org/2/' } }, /must begin with https/m],
  ['no address', { env: { X_API_URL: 'nonsense' } }, /this is no address of X's API/m],
]

test.each(failures)('a run that fails by %s', async (_, options, err) => {
  const ended = await run(options)
  expect(ended.code).toBe(1)
  expect(ended.err).toMatch(err)
})

test('npm start', async () => {
  const { code } = await run({ command: 'start', args: ['--no-serve'] })
  expect(code).toBe(0)
})

test('npm start that fails', async () => {
  const { code } = await run({ command: 'start', args: ['--no-serve'], faults: always(faults.unauthorized) })
  expect(code).toBe(1)
})

test('npm run recheck', async () => {
  root = ownChat()
  const { err } = await run({ command: 'recheck' })
  expect(err).not.toMatch(/^\s+at /m)
})

test('a run that is killed', async () => {
  const { signal } = await run({ env: { KILL_AT: '20' } })
  expect(signal).toBe('SIGKILL')
})
