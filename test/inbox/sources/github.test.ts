import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Incoming } from '../../../scripts/inbox/item.ts'
import { issuesSource } from '../../../scripts/inbox/sources/github.ts'
import { parseIssueBody } from '../../../scripts/inbox/sources/issue-body.ts'

// biome-ignore format: a table
test.each<[what: string, body: string, name: string, text: string]>([
  ['an issue form', '### Name to show (or none)\n\nAnn\n\n### Your answer\n\nSnow maps.\n\nTwo paragraphs.', 'Ann', 'Snow maps.\n\nTwo paragraphs.'],
  ['an empty field', '### Name to show (or none)\r\n\r\n_No response_\r\n\r\n### Your answer\r\n\r\nSnow.', '', 'Snow.'],
  ['a box to tick', '### Name to show\n\nBen\n\n### Your answer\n\nSnow.\n\n### Agreed\n\n- [x] It may be shown', 'Ben', 'Snow.'],
  ['plain words', 'Name to show (or none): Cat\n\nSnow.\n\n### A heading\nMore.', 'Cat', 'Snow.\n\n### A heading\nMore.'],
  ['a comment', '<!-- tell us\n-->\nSnow.', '', 'Snow.'],
  ['nothing', '', '', ''],
])('of %s name and words are read', (_, body, name, text) => expect(parseIssueBody(body)).toEqual({ name, text }))

type Answer = { readonly status: number; readonly body: unknown; readonly link?: string }
let answers: Answer[] = []
let asked: { url: string | undefined; auth: string | undefined }[] = []
let server: Server
beforeEach(async () => {
  asked = []
  server = createServer((request, response) => {
    asked.push({ url: request.url, auth: request.headers.authorization })
    const { status, body, link } = answers.shift() ?? { status: 200, body: [] }
    const next = link === undefined ? {} : { link: `<${base()}${link}>; rel="next"` }
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...next })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(() => new Promise((resolve) => server.close(resolve)))

function base(): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function issue(id: number, title: string, more: object = {}) {
  const user = { login: 'Ann-Secret', id: 12 }
  return { id, number: id, title, body: 'Snow.', created_at: '2010-12-18T09:00:00Z', user, ...more }
}

async function read(token?: string): Promise<Incoming[]> {
  const taken: Incoming[] = []
  const source = issuesSource({ repository: 'anne/lgovsm', token, chats: ['lgovsm'], base: base() })
  await source.read({
    take: (incoming) => {
      taken.push(incoming)
      return 'new'
    },
    isKnown: (_, id) => id === '9',
  })
  return taken
}

test('open issues that name a chat come in, page after page, and nothing else', async () => {
  answers = [
    {
      status: 200,
      body: [
        issue(1, '[lgovsm 2010-12-17 Q2]'),
        issue(2, 'The button is broken'),
        issue(3, '[lgovsm 2010-12-17 Q1]', { pull_request: {} }),
        issue(9, '[lgovsm 2010-12-17 Q1]'),
        { broken: true },
      ],
      link: '/repositories/1/issues?page=2',
    },
    { status: 200, body: [issue(4, '[lgovsm question]', { body: null, user: null })] },
  ]
  const taken = await read('a-token-for-tests')
  expect(taken).toEqual([
    {
      network: 'github',
      sourceIds: ['1'],
      at: '2010-12-18T09:00:00Z',
      tag: { chat: 'lgovsm', date: '2010-12-17', key: 'q2', isQuestion: false },
      name: '',
      text: 'Snow.',
      sender: 'ann-secret',
      consent: 'public',
      doubts: [],
    },
    expect.objectContaining({ sourceIds: ['4'], text: '', sender: undefined }),
  ])
  expect(asked[0]).toMatchObject({ auth: 'token a-token-for-tests' })
  expect(asked[0]?.url).toMatch(/^\/repos\/anne\/lgovsm\/issues\?.*state=open/)
})

test('a public repository is read without a token', async () => {
  await read()
  expect(asked[0]?.auth).toBeUndefined()
})

test.each<[status: number, body: unknown, message: RegExp]>([
  [401, { message: 'Bad credentials' }, /^GitHub: INBOX_GITHUB_TOKEN is not accepted/],
  [403, { message: 'rate limit' }, /^GitHub: it was asked too often/],
  [404, { message: 'Not Found' }, /^GitHub: there is no repository anne\/lgovsm/],
  [502, '<html>', /^GitHub: it answers 502: try again later/],
  [200, { message: 'odd' }, /^GitHub: its answer is no list of issues/],
])('what GitHub answers with %i is told in words', async (status, body, message) => {
  answers = [{ status, body }]
  await expect(read('a-token-for-tests')).rejects.toThrow(message)
})
