import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseChat } from '../../scripts/content/chat-settings.ts'

const hosting = readFileSync(join(import.meta.dirname, '../../docs/hosting.md'), 'utf8')

test('the lines to paste for a chat of their own are settings of a chat', () => {
  const block = /```yaml\n([\s\S]*?)```/.exec(hosting)?.[1]?.replace(/^ {3}/gm, '') ?? ''
  expect(parseChat('mychat', block)).toMatchObject({
    hashtags: ['#mychat'],
    weekday: 3,
    time: '20:00',
    questions: 3,
    hosts: ['myhandle'],
    sample: false,
  })
})
