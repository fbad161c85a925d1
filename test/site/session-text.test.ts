import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildSite } from '../../scripts/site/build-site.ts'
import { chat, filed, post, segment, session } from '../builders.ts'
import { site } from '../templates/site.ts'
import { held, hostileSession, plainSession } from './archive.ts'

const folder = mkdtempSync(join(tmpdir(), 'text-'))
afterAll(() => rmSync(folder, { recursive: true }))

beforeAll(async () => {
  const quoted = post({ at: '12:40:00', by: 'bob', text: 'Budgets are hard', url: undefined })
  const shown = session(
    [
      segment('q1', [
        filed(
          post({
            at: '13:01:00',
            by: 'ann',
            text: `Yes, ${'really '.repeat(12)}👍 #lgovsm`,
            quotes: quoted.id,
            quoted,
            poll: { options: [{ label: 'Yes', votes: 3 }], endsAt: undefined },
          }),
          { note: 'Ann meant *2011*.' },
        ),
        filed({ ...post({ at: '13:02:00', text: '' }), removed: true as const }),
      ]),
    ],
    { date: '2010-12-10', checked: true },
  )
  const without = { ...plainSession(), segments: plainSession().segments.map(withoutFiles) }
  await buildSite({
    archive: {
      site: { ...site, address: 'https://example.org/archive/' },
      pages: [],
      chats: [held(chat({ hosts: ['sam'] }), [shown, without, hostileSession()])],
    },
    output: folder,
    content: folder,
  })
})

const withoutFiles = (of: ReturnType<typeof segment>) => ({
  ...of,
  posts: of.posts.map((item) => ({
    ...item,
    post: { ...item.post, media: item.post.media.map((media) => ({ ...media, file: undefined })) },
  })),
})

test('a session is a mail', () => {
  expect(textOf('2010-12-17').split('\r\n')).toEqual(
    `\ufeffStarting
========

Friday 17 December 2010, 13:00 to 14:00. All times are London time
(GMT).

Host: @sam

We talked about *starting*.

7 posts by 4 people.

Before the chat
Q1: How do we start?
Q2: How do we go on?

Before the chat
---------------

12:55 @ann
Ready

Q1: How do we start?
--------------------

The *first* question.

13:00 @sam
Q1 How do we start?

13:02 @dave
A1 Early

13:05 @ann
Our wall
[Picture: A wall of notes] https://x.com/ann/status/7806706155520

13:31 @dave, to ann, 13:05, during Q2
Lovely

Afterwards
----------

15:00 Jo
From my desk

Q2: How do we go on?
--------------------

13:40 @ann
Gweler https://example.gov.uk/survey?x=1&y=2

-- 
The archive
On the web: https://example.org/archive/lgovsm/2010-12-17/
`
      .replace(/status\/\d+/, () => /status\/\d+/.exec(textOf('2010-12-17'))?.[0] ?? '')
      .split('\n'),
  )
})

test('quoted posts, polls, notes and removed posts are told', () => {
  const lines = textOf('2010-12-10').split('\r\n')
  expect(lines.slice(lines.indexOf('13:01 @ann'), -4)).toEqual(
    `13:01 @ann
Yes, really really really really really really really really really
really really really 👍
Poll:
- Yes, 3 votes
> 12:40 @bob
> Budgets are hard
[Note: Ann meant *2011*.]

13:02 removed
`.split('\n'),
  )
})

test('hostile text gains no control, no turn and no heading', () => {
  const text = textOf('2010-12-24')
  expect(text.slice(1)).not.toMatch(
    /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069\ufeff]/,
  )
  expect(text.match(/(?<!\r)\n/)).toBe(null)
})

function textOf(date: string): string {
  return readFileSync(join(folder, `lgovsm/${date}/session.txt`), 'utf8')
}

test('a site with "text_files: no" has no text files and leads to none', async () => {
  const output = join(folder, 'without')
  const { files } = await buildSite({
    archive: {
      site: { ...site, textFiles: false },
      pages: [],
      chats: [held(chat(), [{ ...plainSession(), segments: plainSession().segments.map(withoutFiles) }])],
    },
    output,
    content: folder,
  })
  expect(files.filter((file) => file.endsWith('.txt'))).toEqual([])
  expect(readFileSync(join(output, 'lgovsm/2010-12-17/index.html'), 'utf8')).not.toContain('session.txt')
})
