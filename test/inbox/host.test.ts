import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { arrive } from '../../scripts/inbox/arrive.ts'
import { readItems } from '../../scripts/inbox/item-files.ts'
import { moderate } from '../../scripts/inbox/moderate.ts'
import { readPaste } from '../../scripts/inbox/read-paste.ts'
import { sayWho } from '../../scripts/inbox/say-who.ts'
import { acceptAll } from './accept-all.ts'
import { incoming, type ScratchInbox, scratchInbox } from './scratch-inbox.ts'

let box: ScratchInbox
beforeEach(() => {
  box = scratchInbox()
})
afterEach(() => box.remove())

test('a paste ends with a full stop on a line of its own', async () => {
  const input = Object.assign(new PassThrough(), { isTTY: true })
  const read = readPaste({ input, output: new PassThrough() })
  input.write('Snow.\r\n\r\nMaps...\r\n.\r\nnot this\r\n')
  expect(await read).toBe('Snow.\n\nMaps...')
})

test('what is piped in is read to its end', async () => {
  const input = new PassThrough()
  const read = readPaste({ input, output: new PassThrough() })
  input.end('Snow.\n.\nMaps.')
  expect(await read).toBe('Snow.\n.\nMaps.')
})

test('who sent something is told to the host, by its id or by their address', async () => {
  arrive(box.root, incoming(), () => false)
  arrive(box.root, incoming({ sourceIds: ['2'], sender: 'ben@example.org' }), () => false)
  const clock = () => '2010-12-18T10:00:00Z'
  await moderate({ root: box.root, prompts: acceptAll, tell: () => {}, clock, spam: false })
  const items = readItems(box.root)
  const [first] = items.filter(({ sender }) => sender === 'ann.secret@example.org')
  const lines = [
    `${first?.place?.id}: accepted, lgovsm 2010-12-17 q2`,
    '  from ann.secret@example.org, 2010-12-18T09:00:00Z, by email',
    '  name to show: Ann; came by a way that says it will be shown (2010-12-18T09:00:00Z)',
  ]
  expect(sayWho(items, first?.place?.id ?? '')).toEqual(lines)
  expect(sayWho(items, 'Ann.Secret@example.org')).toEqual(lines)
  expect(sayWho(items, 'email:0000')).toEqual([])
})
