import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fetchFiles } from '../../scripts/fetching/fetch-files.ts'
import { chat } from '../builders.ts'
import { noProgress } from '../publishing/site.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'files-'))
})
afterEach(() => rmSync(root, { recursive: true }))

test.each([
  [
    '2010-12-17',
    'posts.csv: its posts are of 2010-12-17, before the first session: write "first: 2010-12-17" into content/lgovsm/chat.yaml, and run it again',
  ],
  [
    '2010-12-16',
    'posts.csv: none of its posts was said during a session of #lgovsm: check weekday, time and zone',
  ],
])('posts of %s, where the first session is later: the host is told what to do', async (date, message) => {
  const from = join(root, 'posts.csv')
  writeFileSync(from, `id,time,handle,name,text\n1,${date}T13:05:00Z,sam,Sam,Hello #lgovsm\n`)
  const options = { root, chat: chat({ first: '2026-11-20' }), dates: [], adopt: false, dryRun: false }
  await expect(fetchFiles({ ...options, from, progress: noProgress })).rejects.toThrow(message)
})
