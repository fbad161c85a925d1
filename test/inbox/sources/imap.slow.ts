import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { collect } from '../../../scripts/inbox/collect.ts'
import { readItems } from '../../../scripts/inbox/item-files.ts'
import { mailboxSource } from '../../../scripts/inbox/sources/imap.ts'
import type { Mailbox } from '../../../scripts/inbox/sources/mailbox-settings.ts'
import { formatInstant } from '../../../scripts/model/instant.ts'
import { startCuttingProxy } from '../cutting-proxy.ts'
import { type Dovecot, noDovecot, startDovecot } from '../dovecot.ts'
import { mailNames, rawMail } from '../mail/read-mail.ts'
import { type ScratchInbox, scratchInbox } from '../scratch-inbox.ts'

const silent = { start: () => {}, advance: () => {}, done: () => {}, close: () => {} }

let server: Dovecot
let box: ScratchInbox
beforeAll(async () => {
  if (noDovecot === undefined) server = await startDovecot()
})
afterAll(() => server?.stop())
beforeEach(() => {
  box = scratchInbox()
})
afterEach(() => box.remove())

async function look(options: Partial<Mailbox> = {}) {
  const told: string[] = []
  const mailbox = { ...server.mailbox, ...options }
  const source = mailboxSource({ mailbox, chats: ['lgovsm'], now: formatInstant(Date.now()) })
  const tell = (line: string) => void told.push(line)
  const isKeptOut = () => false
  const problems = await collect({ root: box.root, sources: [source], isKeptOut, progress: silent, tell })
  return { told, problems: problems.map(({ message }) => message) }
}

test.skipIf(noDovecot)('every mail arrives once, and the mailbox stays as it was', async () => {
  for (const name of mailNames) server.deliver(rawMail(name))
  const first = await look()
  expect(first.problems).toEqual([])
  const items = readItems(box.root)
  expect(items).toHaveLength(mailNames.length)
  const before = server.stored()
  expect((await look()).told).toEqual(['the mailbox: 0 new'])
  expect(readItems(box.root)).toEqual(items)
  expect(server.stored(), 'no mail is marked, moved or deleted').toEqual(before)
  expect(
    before.filter((name) => /:2,[A-Z]/.test(name)),
    'none is seen',
  ).toEqual([])
  expect(items.find(({ name }) => name === 'Jörg Müller')?.text).toContain('Faxgerät')
  expect(items.filter(({ state }) => state === 'held').length).toBeGreaterThanOrEqual(10)
})

test.skipIf(noDovecot)('a folder that was numbered again brings nothing twice', async () => {
  await look()
  const items = readItems(box.root)
  expect(items).toHaveLength(mailNames.length)
  server.renumber()
  expect((await look()).told).toEqual(['the mailbox: 0 new'])
  expect(readItems(box.root)).toEqual(items)
})

test.skipIf(noDovecot)(
  'wherever the line breaks, the next run goes on, and nothing is lost or doubled',
  async () => {
    const proxy = await startCuttingProxy(server.mailbox.port)
    try {
      let broken = 0
      for (const bytes of [0, 50, 300, 700, 1500, 3000, 9000, 9001, 15_000, 25_000]) {
        proxy.cutAfter(bytes)
        const { problems } = await look({ port: proxy.port })
        if (problems.length > 0) broken += 1
        for (const problem of problems) expect(problem).toMatch(/^the mailbox at 127\.0\.0\.1: /)
      }
      expect(broken, 'so that the test can fail').toBeGreaterThan(6)
      proxy.cutAfter(Number.POSITIVE_INFINITY)
      expect((await look({ port: proxy.port })).problems).toEqual([])
      expect(readItems(box.root)).toHaveLength(mailNames.length)
    } finally {
      await proxy.close()
    }
  },
)

test.skipIf(noDovecot).each<[what: string, options: Partial<Mailbox>, message: RegExp]>([
  [
    'a wrong password',
    { password: 'another-password' },
    /^the mailbox at 127\.0\.0\.1: name and password are not accepted/,
  ],
  ['a folder that is not there', { folder: 'Chat' }, /there is no folder "Chat"/],
  ['a port where nobody is', { port: 1 }, /nothing answers at port 1/],
  [
    'TLS where there is none',
    { isSecure: true },
    /its certificate, or its encryption|cannot be read|broke off/,
  ],
  ['a server abroad without encryption', { isLocal: false }, /encryption|STARTTLS/],
])('%s is told in words', async (_, options, message) => {
  const { problems } = await look(options)
  expect(problems.join()).toMatch(message)
  expect(problems.join()).not.toContain('password-for-tests')
})
