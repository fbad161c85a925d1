import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTumblr, type Tumblr } from '../../../scripts/demo/tumblr/stand-in.ts'
import { readItems } from '../../../scripts/inbox/item-files.ts'
import { loader } from '../../../scripts/programs/loader.ts'
import { type ScratchInbox, scratchInbox } from '../scratch-inbox.ts'

let tumblr: Tumblr
let box: ScratchInbox
let folder: string
beforeEach(async () => {
  let seconds = 0
  const start = Date.parse('2010-12-18T10:00:00Z')
  tumblr = await startTumblr({ now: () => new Date(start + 1000 * seconds++).toISOString() })
  folder = mkdtempSync(join(tmpdir(), 'ca-'))
  writeFileSync(join(folder, 'ca.pem'), tumblr.ca)
  box = scratchInbox({ 'content/site.yaml': 'tumblr: lgovsm\n' })
})
afterEach(async () => {
  await tumblr.close()
  box.remove()
  rmSync(folder, { recursive: true })
})

/** The command itself, as a process of its own: only there can it be told whom to trust. */
async function look(keys: Partial<Tumblr['keys']> = {}) {
  const { consumerKey, consumerSecret, token, tokenSecret } = { ...tumblr.keys, ...keys }
  const env = {
    ...process.env,
    NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
    TUMBLR_API_URL: tumblr.url,
    TUMBLR_CONSUMER_KEY: consumerKey,
    TUMBLR_CONSUMER_SECRET: consumerSecret,
    TUMBLR_TOKEN: token,
    TUMBLR_TOKEN_SECRET: tokenSecret,
  }
  const script = join(import.meta.dirname, '../../../scripts/inbox.ts')
  const run = promisify(execFile)(process.execPath, ['--import', loader, script], {
    cwd: box.root,
    env,
  })
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    ({ code, stdout, stderr }) => ({ code, out: String(stdout), err: String(stderr) }),
  )
}

/** A session stands on the blog in parts. */
function mirror(parts: readonly string[]): string[] {
  const ids = parts.map((part) => tumblr.byHand().write([{ type: 'text', text: part }]).id)
  const pieces = Object.fromEntries(parts.map((part, i) => [part, { id: ids[i], hash: '', lines: '*' }]))
  const places = { 'tumblr lgovsm.tumblr.com': pieces }
  box.write('content/lgovsm/mirrors/2010-12-17.json', JSON.stringify({ format: 1, places }))
  return ids
}

test('what was sent in and what was said under a session comes in, once', async () => {
  const [whole = '', second = ''] = mirror(['summary', 'q2'])
  const hand = tumblr.byHand()
  hand.submit({ text: 'Name to show: Ann\n\nWho reads the minutes?', by: 'ann-secret' })
  hand.submit({ text: '[lgovsm 2010-12-17 Q3]\nTwo maps.', anonymousEmail: 'ben.secret@example.org' })
  hand.reply(second, { by: 'cat-secret', text: 'Snow maps fail.' })
  hand.reply(whole, { by: 'dee-secret', text: 'A1 Plain words.' })
  hand.reply(whole, { by: 'lgovsm', text: 'Thank you all.' })
  hand.reblog(second, { by: 'eve-secret', text: 'This, and gritters.' })
  hand.reblog(second, { by: 'fay-secret' })
  hand.like(second, 'gus-secret')
  const first = await look()
  expect(first).toMatchObject({ code: 0, err: '' })
  expect(first.out).toContain('Tumblr, lgovsm: 5 new')
  const items = readItems(box.root)
  const said = items.map(({ text, name, tag, sender, consent }) => [
    text,
    name,
    tag?.key ?? '',
    sender,
    consent,
  ])
  expect(said.sort()).toEqual([
    ['A1 Plain words.', '', 'q1', 'dee-secret', 'public'],
    ['Snow maps fail.', '', 'q2', 'cat-secret', 'public'],
    ['This, and gritters.', '', 'q2', 'eve-secret', 'public'],
    ['Two maps.', '', 'q3', 'ben.secret@example.org', 'sent in'],
    ['Who reads the minutes?', 'Ann', '', 'ann-secret', 'sent in'],
  ])
  expect(items.find(({ name }) => name === 'Ann')?.tag?.isQuestion).toBe(true)
  expect((await look()).out).toContain('Tumblr, lgovsm: 0 new')
  expect(readItems(box.root)).toEqual(items)
})

test('many of both are read to their end', async () => {
  const [only = ''] = mirror(['all'])
  for (let i = 0; i < 45; i++) tumblr.byHand().submit({ text: `Question ${i}?`, by: `writer-${i}` })
  for (let i = 0; i < 120; i++) tumblr.byHand().reply(only, { by: `reader-${i}`, text: `Reply ${i}` })
  expect((await look()).out).toContain('Tumblr, lgovsm: 165 new')
})

test('keys that are wrong are told in words, and the rest goes on', async () => {
  const { code, out, err } = await look({ token: 'another-token' })
  expect(code).toBe(1)
  expect(err).toMatch(/^Tumblr/)
  expect(out).toContain('Nothing waits.')
})
