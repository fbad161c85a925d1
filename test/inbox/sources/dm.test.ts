import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Incoming } from '../../../scripts/inbox/item.ts'
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
let asked: URL[]
let signed: (string | undefined)[]
let server: Server
let box: ScratchInbox
beforeEach(async () => {
  box = scratchInbox()
  answers = []
  asked = []
  signed = []
  server = createServer((request, response) => {
    asked.push(new URL(request.url ?? '', 'http://x'))
    signed.push(request.headers.authorization)
    const { status, body } = answers.shift() ?? { status: 200, body: { meta: { result_count: 0 } } }
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  box.remove()
  await new Promise((resolve) => server.close(resolve))
})

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

async function read(agree = 'y') {
  const taken: Incoming[] = []
  const told: string[] = []
  const script = scripted([agree])
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/2/`
  const tell = (line: string) => void told.push(line)
  const source = await openMessages({ root: box.root, env, prompts: script.prompts, yes: false, tell, base })
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
  expect(told).toEqual(['X: 6 direct messages read, about $0.06'])
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
  const opening = { root: box.root, prompts: scripted([]).prompts, yes: true, tell: () => {} }
  await expect(openMessages({ ...opening, env: { ...env, INBOX_X_APP_KEY: '' } })).rejects.toThrow(
    'INBOX_X_APP_KEY: missing',
  )
})
