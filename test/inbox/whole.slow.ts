import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openSources } from '../../scripts/inbox/open-sources.ts'
import { machineClock, runInbox } from '../../scripts/inbox/run-inbox.ts'
import { runIn } from '../commands/command.ts'
import { acceptAll } from './accept-all.ts'
import { type Dovecot, noDovecot, startDovecot } from './dovecot.ts'
import { rawMail } from './mail/read-mail.ts'
import { type ScratchInbox, scratchInbox } from './scratch-inbox.ts'

const silent = { start: () => {}, advance: () => {}, done: () => {}, close: () => {} }
const page = 'dist/lgovsm/2010-12-17/index.html'

let server: Dovecot | undefined
let box: ScratchInbox
beforeAll(async () => {
  if (noDovecot === undefined) server = await startDovecot()
})
afterAll(() => server?.stop())
beforeEach(() => {
  box = scratchInbox()
})
afterEach(() => box.remove())

async function look(env: Readonly<Record<string, string>>): Promise<string[]> {
  const told: string[] = []
  const sources = openSources({ root: box.root, env, now: machineClock() })
  const tell = (line: string) => void told.push(line)
  await runInbox({
    root: box.root,
    sources,
    prompts: acceptAll,
    progress: silent,
    tell,
    clock: machineClock,
    spam: false,
  })
  return told
}

test.skipIf(noDovecot)('from a mail to the transcript page, and away again', async () => {
  server?.deliver(rawMail('gmail-welsh'))
  const told = await look(server?.env ?? {})
  expect(told).toContain('the mailbox: 1 new')
  const built = await runIn(box.root, 'build')
  expect(built).toMatchObject({ code: 0, err: '' })
  const html = box.read(page)
  expect(html).toContain('Ysgrifennu yn Gymraeg yn gyntaf')
  expect(html).toContain('Siân')
  expect(html).toContain('by e-mail')
  const all = JSON.stringify([box.files('content'), box.files('dist')])
  expect(all).not.toContain('sian.mon')
  expect((await look(server?.env ?? {})).slice(0, 1)).toEqual(['the mailbox: 0 new'])
})

test('from a paste to the transcript page', async () => {
  const file = 'answer.txt'
  box.write(file, 'Subject: [lgovsm 2010-12-17 Q3]\n\nName to show: Ann\n\nAsk the gritters.\n')
  const added = await runIn(box.root, 'inbox', 'add', file)
  expect(added).toMatchObject({ code: 0, err: '' })
  await look({})
  expect(await runIn(box.root, 'build')).toMatchObject({ code: 0 })
  expect(box.read(page)).toContain('Ask the gritters.')
})
