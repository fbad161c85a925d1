import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { sessionId } from '../../scripts/content/session-id.ts'

const root = mkdtempSync(join(tmpdir(), 'session-id-'))
afterAll(() => rmSync(root, { recursive: true }))
const folder = join(root, 'content/lgovsm/2010-12-17')
const idNow = () => sessionId(root, 'lgovsm', '2010-12-17')

beforeEach(() => {
  rmSync(root, { recursive: true })
  cpSync(join(import.meta.dirname, '../../content'), join(root, 'content'), { recursive: true })
})

test.each([
  ['a file of it', () => writeFileSync(join(folder, 'q1.md'), '')],
  ['its ledger', () => writeFileSync(join(folder, 'ledger.json'), '{}')],
  ['one more file', () => writeFileSync(join(folder, 'q4.md'), '')],
  ['one file less', () => rmSync(join(folder, 'after.md'), { force: true })],
  ['its chat', () => writeFileSync(join(root, 'content/lgovsm/chat.yaml'), 'title: x\n')],
])('%s makes another id', (_, change) => {
  const before = idNow()
  change()
  expect(idNow()).not.toBe(before)
})

test.each([
  ['nothing', () => undefined],
  ['another session', () => rmSync(join(root, 'content/lgovsm/2010-12-10'), { recursive: true })],
  ['a picture', () => rmSync(join(folder, 'media'), { recursive: true, force: true })],
])('%s leaves it', (_, change) => {
  const before = idNow()
  change()
  expect(idNow()).toBe(before)
})
