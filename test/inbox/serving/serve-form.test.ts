import { request } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Incoming } from '../../../scripts/inbox/item.ts'
import { readItems } from '../../../scripts/inbox/item-files.ts'
import { formApp } from '../../../scripts/inbox/serving/form-app.ts'
import { createOnce } from '../../../scripts/inbox/serving/once.ts'
import { createAllow } from '../../../scripts/inbox/serving/rate.ts'
import { sayFailure } from '../../../scripts/inbox/serving/say-failure.ts'
import { serveForm } from '../../../scripts/inbox/serving/serve-form.ts'
import { formatInstant } from '../../../scripts/model/instant.ts'
import { Problem } from '../../../scripts/model/problem.ts'
import type { Server } from '../../../scripts/site/listen.ts'
import { type ScratchInbox, scratchInbox } from '../scratch-inbox.ts'

let box: ScratchInbox
let server: Server
let told: string[]
beforeEach(async () => {
  box = scratchInbox()
  told = []
  const rates = { each: 100, all: 100 }
  const tell = (line: string) => void told.push(line)
  server = await serveForm({ root: box.root, port: 0, isBehindProxy: false, rates, tell })
})
afterEach(async () => {
  await server.close()
  box.remove()
})

const form = 'application/x-www-form-urlencoded'
const good = { subject: '[lgovsm 2010-12-17 Q2]', name: 'Ann', message: 'Snow maps.', website: '' }

async function send(fields: Readonly<Record<string, string>> | string, type = form) {
  const body = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString()
  const answer = await fetch(server.address, { method: 'POST', headers: { 'content-type': type }, body })
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}

test('what a form is sent with waits in the inbox, once', async () => {
  const { status, text, headers } = await send(good)
  expect([status, text]).toEqual([200, expect.stringContaining('Thank you')])
  expect(headers.get('set-cookie')).toBeNull()
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect((await send(good)).status, 'a second click').toBe(200)
  expect(readItems(box.root)).toEqual([
    expect.objectContaining({
      network: 'form',
      state: 'waiting',
      name: 'Ann',
      text: 'Snow maps.',
      consent: 'sent in',
      tag: { chat: 'lgovsm', date: '2010-12-17', key: 'q2', isQuestion: false },
    }),
  ])
  expect(JSON.stringify(box.files('.inbox')), 'no address is kept').not.toContain('127.0.0.1')
})

test('what somebody else sends in the same words later is theirs', async () => {
  const taken: Incoming[] = []
  let now = Date.parse('2010-12-17T13:25:00Z')
  const app = formApp({
    chats: ['lgovsm'],
    language: 'en',
    take: (incoming) => void taken.push(incoming),
    allow: () => true,
    isBehindProxy: true,
    clock: () => now,
    toInstant: formatInstant,
    report: () => {},
  })
  const post = async (fields: Readonly<Record<string, string>>) => {
    const headers = { 'content-type': form, 'x-forwarded-for': '10.0.0.1' }
    const body = new URLSearchParams(fields).toString()
    return (await app.request('/', { method: 'POST', headers, body })).status
  }
  for (const seconds of [0, 30, 59, 61]) {
    now = Date.parse('2010-12-17T13:25:00Z') + seconds * 1000
    expect(await post(good)).toBe(200)
  }
  expect(await post({ ...good, name: 'Ben' })).toBe(200)
  expect(taken.map(({ at, name }) => [at, name])).toEqual([
    ['2010-12-17T13:25:00Z', 'Ann'],
    ['2010-12-17T13:26:01Z', 'Ann'],
    ['2010-12-17T13:26:01Z', 'Ben'],
  ])
  expect(new Set(taken.flatMap(({ sourceIds }) => sourceIds)).size).toBe(3)
})

test('the same within a minute counts once, unless it could not be kept', () => {
  const once = createOnce()
  const kept: string[] = []
  const broken = () => {
    throw new Error('disk full')
  }
  expect(() => once('a', 0, broken)).toThrow('disk full')
  once('a', 1000, () => kept.push('a at 1'))
  once('a', 60_000, () => kept.push('a at 60'))
  once('a', 61_000, () => kept.push('a at 61'))
  expect(kept).toEqual(['a at 1', 'a at 61'])
})

test('what a machine filled in is thanked for, and held back', async () => {
  expect((await send({ ...good, website: 'https://shop.example' })).text).toContain('Thank you')
  expect(readItems(box.root)[0]?.state).toBe('held')
})

const nul = `subject=%5Blgovsm+2010-12-17+Q2%5D&message=a%00b%FF%ED%A0%80`

test('bytes that no text has become signs that say so', async () => {
  expect((await send(nul)).status).toBe(200)
  expect(readItems(box.root)[0]?.text).toMatch(/^a\uFFFDb\uFFFD+$/)
})

test.each<[what: string, fields: Readonly<Record<string, string>> | string, type: string, status: number]>([
  ['no words', { ...good, message: ' \n ' }, form, 400],
  ['too many words', { ...good, message: 'x'.repeat(5001) }, form, 400],
  ['a field of another form', { ...good, admin: 'yes' }, form, 400],
  ['a field twice', 'subject=%5Blgovsm%5D&message=a&message=b', form, 400],
  ['__proto__', 'subject=%5Blgovsm%5D&message=a&__proto__=b', form, 400],
  ['no such chat', { ...good, subject: '[nhssm 2010-12-17 Q2]' }, form, 400],
  ['nothing', '', form, 400],
  ['a huge body', `message=${'x'.repeat(200_000)}`, form, 413],
  ['JSON', JSON.stringify(good), 'application/json', 415],
  ['a file', '--x\r\n', 'multipart/form-data; boundary=x', 415],
  ['text', 'subject=a', 'text/plain', 415],
])('is refused, and leaves nothing: %s', async (_, fields, type, status) => {
  const answer = await send(fields, type)
  expect([answer.status, answer.text]).toEqual([status, expect.stringContaining('Not sent')])
  expect(readItems(box.root)).toEqual([])
})

test('a huge body without a length is refused on the way', async () => {
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const options = { method: 'POST', headers: { 'content-type': form, 'transfer-encoding': 'chunked' } }
    const sent = request(server.address, options, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    sent.on('error', reject)
    for (let i = 0; i < 20; i++) sent.write('message='.padEnd(10_000, 'x'))
    sent.end()
  })
  expect(status).toBe(413)
})

test.each(['GET', 'PUT', 'DELETE', 'OPTIONS'])('%s finds nothing', async (method) => {
  expect((await fetch(server.address, { method })).status).toBe(404)
})

test('who sends too much waits, and the others do not', () => {
  const allow = createAllow({ each: 2, all: 4 })
  const at = (address: string, seconds: number) => allow(address, seconds * 1000)
  expect([at('a', 0), at('a', 1), at('a', 2), at('b', 3), at('c', 4), at('d', 5)]).toEqual([
    true,
    true,
    false,
    true,
    true,
    false,
  ])
  expect([at('a', 60), at('d', 61)]).toEqual([true, true])
})

test('no address is kept as it is, none longer than its minute, and not the same for two', () => {
  const counts = new Map<string, number>()
  const due: { readonly forget: () => void; readonly after: number }[] = []
  const later = (forget: () => void, after: number) => void due.push({ forget, after })
  const allow = createAllow({ each: 1, all: 10 }, { counts, later })
  const keys = [5000, 61_000].map((now) => {
    expect([allow('203.0.113.9', now), allow('203.0.113.9', now)]).toEqual([true, false])
    return [...counts.keys()].join()
  })
  expect(keys).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), expect.stringMatching(/^[0-9a-f]{32}$/)])
  expect(keys[0]).not.toBe(keys[1])
  expect(due.map(({ after }) => after)).toEqual([55_000, 59_000])
  due[0]?.forget()
  expect(counts.size, 'the next minute has begun').toBe(1)
  due[1]?.forget()
  expect(counts.size).toBe(0)
})

test('who breaks off is no bug', async () => {
  await new Promise<void>((resolve) => {
    const options = { method: 'POST', headers: { 'content-type': form, 'transfer-encoding': 'chunked' } }
    const sent = request(server.address, options)
    sent.on('error', () => {})
    sent.on('close', () => resolve())
    sent.write('subject=', () => sent.destroy())
  })
  expect((await send(good)).status).toBe(200)
  expect(told).toEqual([])
})

test('a disk that takes nothing is told to whoever sends, and nothing of what it was', async () => {
  box.write('.inbox', 'a file stands where the folder should be')
  const { status, text } = await send(good)
  expect([status, text]).toEqual([503, expect.stringContaining('This could not be kept')])
  expect(text).not.toMatch(/Snow maps|inbox|EEXIST|ENOTDIR/)
  expect(told.join('\n')).toMatch(/^(?:Error \((?:EEXIST|ENOTDIR)\)|\.inbox)/)
  expect(told.join('\n')).not.toContain('Snow maps')
})

test('a bug keeps its stack, and says nothing of the words', () => {
  const bug = new TypeError('Snow maps.\n    at Snow maps (secret)')
  expect(sayFailure(bug)).toMatch(/^TypeError: .*\n {4}at .*serve-form\.test\.ts:\d+/)
  expect(sayFailure(bug)).not.toMatch(/Snow|secret/)
  expect(sayFailure(new Problem('.inbox/items: the disk is full'))).toBe('.inbox/items: the disk is full')
  expect(sayFailure('Snow maps')).not.toContain('Snow')
})
