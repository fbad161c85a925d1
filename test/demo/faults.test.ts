import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import type { FaultHook } from '../../scripts/demo/doors.ts'
import type { Fault } from '../../scripts/demo/fault.ts'
import { faults } from '../../scripts/demo/faults.ts'
import { type StandIn, startStandIn } from '../../scripts/demo/stand-in.ts'
import { ask, askAll, type Body } from './ask.ts'

const search = 'tweets/search/recent'
const params = { query: '#lgovsm', max_results: '20', 'tweet.fields': 'created_at' }

let standIn: StandIn | undefined
afterEach(() => standIn?.close())

async function start(hook: FaultHook): Promise<StandIn> {
  standIn = await startStandIn({ faults: hook })
  return standIn
}

/** The fault strikes the nth request only. */
const at = (n: number, fault: Fault) => start((_, asked) => (asked === n ? fault : undefined))

/** The raw answer, without anything that a client does for one. */
async function raw(server: StandIn): Promise<IncomingMessage> {
  const request = get(`${server.url}${search}?${new URLSearchParams(params)}`, {
    headers: { authorization: `Bearer ${server.token}` },
  })
  const [answer] = (await once(request, 'response')) as [IncomingMessage]
  return answer
}

async function readAll(answer: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of answer) pieces.push(piece)
  return Buffer.concat(pieces)
}

const idsOf = (pages: readonly Body[]) => pages.flatMap((page) => page.data ?? []).map((tweet) => tweet.id)

describe('refusals', () => {
  test.each([
    {
      fault: faults.usageCapped(),
      status: 429,
      body: { title: 'UsageCapExceeded', type: expect.stringMatching(/usage-capped$/) },
    },
    { fault: faults.unauthorized(), status: 401, body: { title: 'Unauthorized' } },
    { fault: faults.notEnrolled(), status: 403, body: { reason: 'client-not-enrolled' } },
    { fault: faults.badRequest('no'), status: 400, body: { errors: [{ message: 'no' }] } },
    { fault: faults.rateLimited(60), status: 429, body: { title: 'Too Many Requests' } },
  ])('$fault.name', async ({ fault, status, body }) => {
    const answer = await ask(await at(0, fault), search, params)
    expect(answer.status).toBe(status)
    expect(answer.body).toMatchObject(body)
    expect((await ask(standIn as StandIn, search, params)).status).toBe(200)
  })

  test('rate limited says until when', async () => {
    const { headers } = await ask(await at(0, faults.rateLimited(60)), search, params)
    const wait = Number(headers.get('x-rate-limit-reset')) - Date.now() / 1000
    expect(headers.get('x-rate-limit-remaining')).toBe('0')
    expect(wait).toBeGreaterThan(55)
    expect(wait).toBeLessThanOrEqual(60)
  })

  test('server error is a page of HTML', async () => {
    const answer = await raw(await at(0, faults.serverError(502)))
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([502, 'text/html; charset=utf-8'])
    expect((await readAll(answer)).toString()).toContain('<h1>')
  })

  test('redirect to another host', async () => {
    const answer = await raw(await at(0, faults.redirect('https://example.org/x')))
    expect([answer.statusCode, answer.headers.location]).toEqual([302, 'https://example.org/x'])
    answer.resume()
  })
})

describe('answers that are well-formed and wrong', () => {
  test('errors without data', async () => {
    const { status, body } = await ask(await at(0, faults.errorsOnly()), search, params)
    expect([status, Object.keys(body)]).toEqual([200, ['errors']])
  })

  test.each([0, 1])('empty page with next_token, as page %i: its posts come on the next', async (n) => {
    const whole = idsOf(await askAll(await start(() => undefined), search, params))
    await standIn?.close()
    const pages = await askAll(await at(n, faults.emptyPage()), search, params)
    expect(pages[n]).toEqual({ meta: { result_count: 0, next_token: expect.any(String) } })
    expect(idsOf(pages)).toEqual(whole)
  })

  test.each([0, 1])('same page twice, page %i: no post is lost', async (n) => {
    const pages = await askAll(await at(n, faults.samePageTwice()), search, params)
    expect(idsOf(pages.slice(n, n + 1))).toEqual(idsOf(pages.slice(n + 1, n + 2)))
    expect(pages[n]?.meta?.next_token).not.toBe(pages[n + 1]?.meta?.next_token)
    expect(idsOf(pages).length - new Set(idsOf(pages)).size).toBe(20)
  })

  test('repeated next_token leads nowhere else', async () => {
    const server = await start((_, n) => (n > 0 ? faults.repeatedToken() : undefined))
    const first = await ask(server, search, params)
    const next_token = String(first.body.meta?.next_token)
    const second = await ask(server, search, { ...params, next_token })
    expect(second.body.meta?.next_token).toBe(next_token)
    expect(idsOf([second.body])).not.toEqual(idsOf([first.body]))
  })

  test('out of order has the same posts', async () => {
    const server = await at(0, faults.outOfOrder())
    const mixed = idsOf([(await ask(server, search, params)).body])
    const right = idsOf([(await ask(server, search, params)).body])
    expect(mixed).not.toEqual(right)
    expect([...mixed].sort()).toEqual([...right].sort())
  })
})

describe('on the wire', () => {
  test('cut JSON is whole as HTTP', async () => {
    const answer = await raw(await at(0, faults.cutJson()))
    const text = (await readAll(answer)).toString()
    expect(answer.complete).toBe(true)
    expect(() => JSON.parse(text)).toThrow(SyntaxError)
  })

  test('cut body ends before the promised length', async () => {
    const answer = await raw(await at(0, faults.cutBody()))
    await expect(readAll(answer)).rejects.toThrow('aborted')
    expect(answer.complete).toBe(false)
  })

  test('broken gzip', async () => {
    const server = await at(0, faults.brokenGzip())
    await expect(ask(server, search, params)).rejects.toThrow(/terminated|unexpected end/)
  })

  test('drip: a byte, then a pause', async () => {
    const answer = await raw(await at(0, faults.drip(10)))
    const sizes: number[] = []
    for await (const piece of answer) {
      sizes.push(piece.length)
      if (sizes.length === 5) break
    }
    expect(sizes).toEqual([1, 1, 1, 1, 1])
  })

  test('no answer, however long one waits', async () => {
    const server = await at(0, faults.noAnswer())
    const request = fetch(`${server.url}${search}`, {
      signal: AbortSignal.timeout(150),
      headers: { authorization: 'Bearer sample' },
    })
    await expect(request).rejects.toThrow('aborted due to timeout')
  })

  test('connection reset', async () => {
    await expect(raw(await at(0, faults.reset()))).rejects.toMatchObject({ code: 'ECONNRESET' })
  })

  test('huge answer goes on until the client stops it', async () => {
    const answer = await raw(await at(0, faults.huge(500_000_000)))
    let bytes = 0
    for await (const piece of answer) {
      bytes += piece.length
      if (bytes > 20_000_000) break
    }
    expect(bytes).toBeGreaterThan(20_000_000)
    expect(answer.complete).toBe(false)
  })

  test('a huge answer that is read to its end is JSON', async () => {
    const answer = await raw(await at(0, faults.huge(1_000_000)))
    expect(JSON.parse((await readAll(answer)).toString()).data[0].text).toHaveLength(1_000_000)
  })
})

test('faults stand in the log of requests', async () => {
  const server = await at(0, faults.serverError())
  await (await raw(server)).resume()
  await ask(server, search, params)
  expect(server.requests.map(({ status, fault }) => [status, fault])).toEqual([
    [503, 'server error'],
    [200, undefined],
  ])
})
