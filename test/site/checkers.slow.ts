import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readRealSession } from '../../scripts/bench/real-chat.ts'
import { isThere, segmentChats } from '../../scripts/bench/segment-chats.ts'
import type { ChatArchive } from '../../scripts/model/archive.ts'
import { buildSite } from '../../scripts/site/build-site.ts'
import { fixture } from './archive.ts'
import { type ParsedPage, readPages } from './pages.ts'
import { writeWall } from './wall.ts'

const folder = mkdtempSync(join(tmpdir(), 'checkers-'))
const output = join(folder, 'dist')
let pages: ParsedPage[] = []

beforeAll(async () => {
  writeWall(folder)
  const { site, chats, ...rest } = fixture()
  const real = await Promise.all(segmentChats.filter(isThere).map(asArchive))
  const archive = (theme: 'plain' | 'tumblr') => ({
    ...rest,
    site: {
      ...site,
      address: 'https://example.org/archive/',
      search: true,
      blog: { isOn: true, first: 'lgovsm' },
      theme,
    },
    chats: [...chats, ...real],
  })
  for (const theme of ['plain', 'tumblr'] as const)
    await buildSite({ archive: archive(theme), output: join(output, theme), content: folder })
  pages = readPages(output)
})

afterAll(() => rmSync(folder, { recursive: true }))

async function asArchive(recording: (typeof segmentChats)[number]): Promise<ChatArchive> {
  const session = await readRealSession(recording)
  return { chat: recording.chat, dates: [recording.date], read: () => session }
}

test('html-validate finds nothing on any page', async () => {
  const presets = ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y']
  const validator = new HtmlValidate(
    new StaticConfigLoader({
      root: true,
      extends: presets,
      // End tags and quotes that HTML lets go are left out for their weight, an address of a post is its time, and
      // spaces at the end of a line and long titles are people's own.
      rules: {
        'attr-quotes': 'off',
        'no-implicit-close': 'off',
        'no-trailing-whitespace': 'off',
        'long-title': 'off',
        'require-sri': 'off',
        'valid-id': ['error', { relaxed: true }],
      },
    }),
  )
  for (const { file, text } of pages) {
    const { results } = await validator.validateString(text, file)
    const told = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
    )
    expect([file, told]).toEqual([file, []])
  }
})

describe.skipIf(!hasJava())('the Nu checker (skipped where Java is not)', () => {
  test('finds nothing on any page', () => {
    const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar')
    // Read from a disk, the search page's own script is of another origin, as the page itself says.
    const known = '.*script .search.js. blocked by .script-src. directive.*'
    const args = [
      '-jar',
      jar,
      '--stdout',
      '--exit-zero-always',
      // What it only wonders about, such as the form of accents, are the words that people wrote.
      '--errors-only',
      '--skip-non-html',
      '--filterpattern',
      known,
      output,
    ]
    expect(execFileSync('java', args, { encoding: 'utf8' })).toBe('')
  })
})

function hasJava(): boolean {
  try {
    execFileSync('java', ['-version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
