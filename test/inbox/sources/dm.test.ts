import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Incoming } from '../../../scripts/inbox/item.ts'
import { formatSoFar, parseSoFar, type SoFar } from '../../../scripts/inbox/sources/dm-so-far.ts'
import { openMessages } from '../../../scripts/inbox/sources/open-messages.ts'
import { type ScratchInbox, scratchInbox } from '../scratch-inbox.ts'
import { scripted } from '../scripted.ts'

const env = {
  INBOX_X_APP_KEY: 'an-app-key',
  INBOX_X_APP_SECRET: 'an-app-secret',
  INBOX_X_ACCESS_TOKEN: '99-an-access-token',
  INBOX_X_ACCESS_SECRET: 'an-access-secret',
}

type Answer = { readonly status: number; readonly body: unknown }
let answers: Answer[]
/** How many messages X has, with ids from 1 on; undefined for `answers` alone. */
let stock: number | undefined
let paid: string[]
let asked: URL[]
let signed: (string | undefined)[]
let server: Server
let box: ScratchInbox
beforeEach(async () => {
  box = scratchInbox()
  answers = []
  stock = undefined
  paid = []
  asked = []
  signed = []
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://x')
    asked.push(url)
    signed.push(request.headers.authorization)
    const { status, body } = answers.shift() ?? { status: 200, body: fromStock(url) }
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  box.remove()
  await new Promise((resolve) => server.close(resolve))
})

/** As X does it: newest first, from where the token says. */
function fromStock({ searchParams }: URL) {
  if (stock === undefined) return { meta: { result_count: 0 } }
  const from = Number(searchParams.get('pagination_token')?.replace('below-', '') ?? stock + 1)
  const size = Math.min(Number(searchParams.get('max_results')), from - 1)
  const data = Array.from({ length: size }, (_, i) => message(String(from - 1 - i), `${i} #lgovsm`))
  paid.push(...data.map(({ id }) => id))
  const last = from - size
  return { data, meta: last > 1 ? { next_token: `below-${last}` } : {} }
}

const maxCost = (dollars: number) => box.write('content/site.yaml', `max_cost: ${dollars}\n`)

function message(id: string, text: string, more: object = {}) {
  return {
    id,
    event_type: 'MessageCreate',
    text,
    created_at: '2010-12-17T13:05:00.000Z',
    sender_id: '12',
    ...more,
  }
}

const clock = () => '2010-12-17T13:30:00Z'

async function read(agree = 'y') {
  const taken: Incoming[] = []
  const told: string[] = []
  const script = scripted([agree])
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/2/`
  const tell = (line: string) => void told.push(line)
  const source = await openMessages({
    root: box.root,
    env,
    prompts: script.prompts,
    yes: false,
    clock,
    tell,
    base,
  })
  await source?.read({
    take: (incoming) => {
      taken.push(incoming)
      return 'new'
    },
    isKnown: () => false,
  })
  return { taken, told, messages: script.messages }
}

test('only what carries the hashtag is kept, and the price is told before and after', async () => {
  const links = { urls: [{ url: 'https://t.co/a', expanded_url: 'https://example.gov.uk/snow' }] }
  answers = [
    {
      status: 200,
      body: {
        data: [
          message('9007199254740995', 'A2 &lt;3 maps https://t.co/a #LGovSM', { entities: links }),
          message('9007199254740994', 'Lunch?'),
          message('9007199254740993', 'My own #lgovsm', { sender_id: '99' }),
          { id: '9007199254740992', event_type: 'ParticipantsJoin' },
          message('9007199254740991', '[lgovsm 2010-12-17 Q2] Name to show: x #lgovsm'),
        ],
        meta: { next_token: 'more' },
      },
    },
    { status: 200, body: { data: [message('9007199254740990', 'Old #lgovsm')] } },
  ]
  const { taken, told, messages } = await read()
  expect(messages).toEqual(['Read direct messages? X asks $0.01 for each, kept or not: at most $5.00 now.'])
  expect(taken.map(({ text }) => text)).toEqual([
    'A2 <3 maps https://example.gov.uk/snow #LGovSM',
    '[lgovsm 2010-12-17 Q2] Name to show: x #lgovsm',
    'Old #lgovsm',
  ])
  expect(taken[0]).toMatchObject({
    network: 'dm',
    sender: '12',
    consent: 'open',
    name: '',
    at: '2010-12-17T13:05:00Z',
  })
  expect(taken[1]?.tag).toMatchObject({ date: '2010-12-17', key: 'q2' })
  expect(told).toEqual(['X: 6 direct messages read, about $0.06; 2010-12 so far: about $0.06'])
  expect(signed[0]).toMatch(/^OAuth /)
  expect(asked[1]?.searchParams.get('pagination_token')).toBe('more')
  expect(JSON.stringify(box.files('.inbox'))).not.toContain('Lunch')
})

test('what was read before is not paid for page after page', async () => {
  answers = [{ status: 200, body: { data: [message('20', 'New #lgovsm')], meta: {} } }]
  await read()
  const page = {
    data: [message('30', 'Newer #lgovsm'), message('20', 'New #lgovsm')],
    meta: { next_token: 'more' },
  }
  answers = [{ status: 200, body: page }]
  await read()
  expect(asked).toHaveLength(2)
  expect(asked[1]?.searchParams.get('max_results')).toBe('20')
})

test('a run costs no more than was shown, and the next goes on where it ended', async () => {
  maxCost(0.25)
  stock = 100
  const runs: number[] = []
  for (let i = 0; i < 4; i++) {
    const { taken, messages, told } = await read()
    expect(messages[0]).toContain('at most $0.25 now')
    expect(told[1]).toMatch(i < 3 ? /^X: there are more direct messages/ : /^X: what came since the last run/)
    runs.push(taken.length)
  }
  expect(runs).toEqual([25, 25, 25, 25])
  expect(paid).toEqual(Array.from({ length: 100 }, (_, i) => String(100 - i)))
})

test('what came meanwhile is read behind the rest, and nothing of that again', async () => {
  maxCost(0.5)
  stock = 70
  await read()
  stock = 80
  const { taken, told } = await read()
  const once = Array.from({ length: 80 }, (_, i) => String(80 - i))
  expect(paid.slice(0, 70)).toEqual(once.slice(10))
  expect(taken.map(({ sourceIds }) => Number(sourceIds[0])).slice(20)).toEqual(
    Array.from({ length: 20 }, (_, i) => 80 - i),
  )
  expect(told).toEqual(['X: 40 direct messages read, about $0.40; 2010-12 so far: about $0.90'])
})

test('a later run asks for no more than is left', async () => {
  stock = 30
  await read()
  maxCost(0.15)
  stock = 100
  await read()
  await read()
  expect(asked.slice(1).map(({ searchParams }) => searchParams.get('max_results'))).toEqual(['15', '15'])
  expect(new Set(paid.slice(30)).size).toBe(30)
})

test('what was read before a run broke off is not paid again', async () => {
  const first = { data: [message('30', 'A #lgovsm')], meta: { next_token: 'more' } }
  answers = [
    { status: 200, body: first },
    { status: 503, body: {} },
  ]
  await expect(read()).rejects.toThrow(/503/)
  const spent = JSON.parse(box.read('.cache/spending.json'))
  expect(spent.months).toEqual({ '2010-12': { posts: 0, people: 0, messages: 1 } })
  answers = [{ status: 200, body: { data: [message('29', 'B #lgovsm')] } }]
  await read()
  expect(asked.map(({ searchParams }) => searchParams.get('pagination_token'))).toEqual([
    null,
    'more',
    'more',
    null,
  ])
})

test('where X no longer knows where a run ended, the host is told what it costs to begin anew', async () => {
  maxCost(0.25)
  stock = 100
  await read()
  answers = [{ status: 400, body: {} }]
  await expect(read()).rejects.toThrow('run again to begin with the newest')
  await read()
  expect(asked.at(-1)?.searchParams.get('pagination_token')).toBeNull()
})

test('a price that pays for no page is refused before anything is asked', async () => {
  maxCost(0.09)
  await expect(read()).rejects.toThrow(
    'max_cost: $0.09 does not pay for 10 direct messages: raise it to $0.10',
  )
  expect(asked).toEqual([])
})

test.each<SoFar>([
  { newest: undefined, rest: undefined },
  { newest: '20', rest: undefined },
  { newest: '20', rest: { newest: '90', token: 'a-token' } },
  { newest: undefined, rest: { newest: undefined, token: 'a-token' } },
])('how far a run came is read as it was written: %j', (soFar) => {
  expect(parseSoFar(formatSoFar(soFar))).toEqual(soFar)
})

test('a host who says no pays nothing', async () => {
  const { taken } = await read('n')
  expect([taken, asked]).toEqual([[], []])
})

test.each<[status: number, message: RegExp]>([
  [401, /^X: the four keys INBOX_X_… are not accepted/],
  [403, /^X: the four keys INBOX_X_… are not accepted/],
  [503, /^X answered 503: it has trouble of its own/],
])('what X answers with %i is told in words', async (status, message) => {
  answers = [{ status, body: {} }]
  await expect(read()).rejects.toThrow(message)
})

test('keys that are missing are named', async () => {
  const opening = { root: box.root, prompts: scripted([]).prompts, yes: true, clock, tell: () => {} }
  await expect(openMessages({ ...opening, env: { ...env, INBOX_X_APP_KEY: '' } })).rejects.toThrow(
    'INBOX_X_APP_KEY: missing',
  )
})
