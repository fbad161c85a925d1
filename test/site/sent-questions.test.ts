import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { SentQuestion, SentQuestions } from '../../scripts/model/sent-question.ts'
import { buildSite } from '../../scripts/site/build-site.ts'
import { chat } from '../builders.ts'
import { site } from '../templates/site.ts'
import { held, plainSession } from './archive.ts'
import { writeWall } from './wall.ts'

const folder = mkdtempSync(join(tmpdir(), 'questions-'))
afterAll(() => rmSync(folder, { recursive: true }))

const sent = (options: Partial<SentQuestion>): SentQuestion => ({
  id: 'email:ab12',
  text: '',
  name: '',
  received: undefined,
  chosen: undefined,
  ...options,
})
const questions = [
  sent({ text: 'How do we start?', name: 'Gwen Parry', chosen: { date: '2010-12-17', key: 'q1' } }),
  sent({ text: 'Who reads <b>this</b>?', id: 'hand:1', chosen: { date: '2011-01-07', key: 'q1' } }),
  sent({ text: 'What about parks?', name: 'Anonymous', id: 'form:1' }),
]

async function pageWith(list: SentQuestions): Promise<string> {
  writeWall(folder)
  const output = join(folder, 'dist')
  const chats = [{ ...held(chat(), [plainSession()]), sent: list }]
  await buildSite({ archive: { site, pages: [], chats }, output, content: folder })
  return readFileSync(join(output, 'lgovsm/questions/index.html'), 'utf8')
}

test('the page of questions says who sent them, and which are chosen', async () => {
  const page = await pageWith({ backlog: false, questions: questions.slice(0, 2) })
  expect(page).toContain('How do we start?</a> (5 posts, sent in by Gwen Parry by e-mail)\n')
  expect(page).toContain(`<h2>Chosen for coming chats</h2>
<ul><li>Who reads &lt;b&gt;this&lt;/b&gt;? (sent in), for 7 January 2011
</ul>`)
  expect(page).not.toContain('not chosen yet')
})

test('those that wait are there where the host wants it', async () => {
  expect(await pageWith({ backlog: true, questions })).toContain(
    '<h2>Sent in, and not chosen yet</h2>\n<ul><li>What about parks? (sent in by form)\n</ul>',
  )
  expect(await pageWith({ backlog: false, questions })).not.toContain('parks')
})
