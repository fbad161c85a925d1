import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { plainText } from '../../../scripts/model/post.ts'
import { Problem } from '../../../scripts/model/problem.ts'
import { readFiles } from '../../../scripts/sources/file/read-files.ts'
import { hidden, raw, sam } from '../x/answers.ts'

type Files = Readonly<Record<string, string>>

/** A new folder with these files. */
function folderOf(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

async function read(files: Files, name = '') {
  const folder = folderOf(files)
  const reading = await readFiles(join(folder, name), { toInstant: (local) => `${local}Z` })
  return { ...reading, warnings: reading.warnings.map((warning) => warning.replaceAll(`${folder}/`, '')) }
}

async function fault(files: Files, name = ''): Promise<string> {
  const folder = folderOf(files)
  const options = { toInstant: (local: string) => `${local}Z` }
  const error: unknown = await readFiles(join(folder, name), options).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Problem)
  return error instanceof Problem
    ? error.message.replaceAll(`${folder}/`, '').replaceAll(folder, 'pages')
    : ''
}

const answer = (...ids: string[]) => ({
  data: ids.map((id) => raw({ id })),
  includes: { users: [sam] },
  meta: { result_count: ids.length },
})
const text = (value: unknown) => JSON.stringify(value)

describe('shapes', () => {
  const flattened = raw({
    id: '3',
    author: sam,
    referenced_tweets: [
      {
        ...raw({ id: '2', text: 'Quoted', author_id: '9' }),
        type: 'quoted',
        author: { id: '9', name: 'Anna', username: 'anna' },
      },
    ],
    attachments: {
      media_keys: ['3_1'],
      media: [{ media_key: '3_1', type: 'photo', url: 'https://a.org/p.jpg' }],
    },
  })
  const old = {
    id_str: '3',
    full_text: 'Old &amp; new https://t.co/a',
    created_at: 'Fri Dec 17 13:02:11 +0000 2010',
    user: { id_str: '7', name: 'Sam', screen_name: 'sam' },
    entities: {
      urls: [
        { url: 'https://t.co/a', expanded_url: 'https://a.org', display_url: 'a.org', indices: ['14', '28'] },
      ],
    },
    extended_entities: { media: [{ id_str: '1', type: 'photo', media_url_https: 'https://a.org/p.jpg' }] },
    in_reply_to_status_id_str: '1',
    in_reply_to_user_id_str: '9',
  }

  test.each<[string, Files, string[]]>([
    ['one answer', { 'a.json': text(answer('1', '2')) }, ['1', '2']],
    ['one answer over many lines', { 'a.json': JSON.stringify(answer('1'), null, 2) }, ['1']],
    ['an array of answers', { 'a.json': text([answer('1'), answer('2')]) }, ['1', '2']],
    [
      'an answer a line, with a byte order mark',
      { 'a.jsonl': `\uFEFF${text(answer('1'))}\r\n\r\n${text(answer('2'))}\r\n` },
      ['1', '2'],
    ],
    [
      'pages of a folder',
      { 'b.json': text(answer('1')), 'a.jsonl': text(answer('2')), '.DS_Store': 'x' },
      ['1', '2'],
    ],
    ['one post looked up', { 'a.json': text({ data: raw() }) }, ['10']],
    ['a bare post a line', { 'a.jsonl': `${text(raw({ id: '1' }))}\n${text(raw({ id: '2' }))}` }, ['1', '2']],
    ['an empty answer', { 'a.json': text({ meta: { result_count: 0 } }) }, []],
    ['the same page twice', { 'a.json': text(answer('1')), 'b.json': text(answer('1')) }, ['1']],
    ['flattened posts', { 'a.jsonl': `${text(flattened)}\n` }, ['3']],
    ['old tweets', { 'a.jsonl': `${text(old)}\n` }, ['3']],
    ['a file of an archive', { 'tweets.js': `window.YTD.tweets.part0 = ${text([{ tweet: old }])}` }, ['3']],
    [
      'answers and a table',
      { 'a.json': text(answer('1')), 'b.csv': 'time,handle,text\n2010-12-17 13:02:12,sam,Hi\n' },
      ['1', expect.stringMatching(/^csv:/)],
    ],
  ])('%s', async (_, files, ids) => {
    const { posts, warnings, pages } = await read(files)
    expect(posts.map((post) => post.id)).toEqual(ids)
    expect(warnings).toEqual([])
    expect(pages).toBe(Object.keys(files).filter((name) => !name.startsWith('.')).length)
  })

  test('a flattened post has all that an answer has', async () => {
    const { posts, missing } = await read({ 'a.jsonl': text(flattened) })
    expect(posts[0]).toMatchObject({
      author: { id: '7', handle: 'sam', name: 'Sam' },
      media: [{ kind: 'photo', url: 'https://a.org/p.jpg' }],
      quoted: { id: '2', author: { handle: 'anna' }, text: ['Quoted'] },
    })
    expect(missing).toEqual({ authors: [], posts: [] })
  })

  test('so has an old tweet', async () => {
    const quoting = {
      ...old,
      quoted_status_id_str: '2',
      quoted_status: { ...old, id_str: '2', user: { ...old.user, id_str: '8', protected: true } },
    }
    const { posts } = await read({ 'a.jsonl': text(quoting) })
    expect(posts.map(plainText)).toEqual(['Old & new a.org'])
    expect(posts[0]).toMatchObject({
      at: '2010-12-17T13:02:11Z',
      author: { id: '7', handle: 'sam', name: 'Sam' },
      media: [{ kind: 'photo', url: 'https://a.org/p.jpg' }],
      replyTo: '1',
      replyToUser: '9',
      quotes: '2',
      quoted: undefined,
    })
  })

  test('posts of protected accounts are dropped and counted', async () => {
    const page = { data: [raw({ author_id: '8' })], includes: { users: [hidden] } }
    expect(await read({ 'a.json': text(page) })).toMatchObject({ posts: [], dropped: { protectedPosts: 1 } })
  })

  test('what is passed over is told', async () => {
    const { posts, warnings } = await read({
      'a.json': text(answer('1')),
      'truth.json': '{"1": 2}',
      'notes.txt': 'x',
      'old/b.json': '{}',
    })
    expect(posts).toHaveLength(1)
    expect(warnings).toEqual([
      'notes.txt: not JSON, JSONL or CSV, so it was not read',
      'old: not JSON, JSONL or CSV, so it was not read',
      "truth.json: not an answer of X's search, so it was not read",
    ])
  })
})

describe('faults', () => {
  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'a folder without permission (nothing is forbidden to root)',
    async () => {
      const folder = folderOf({ 'a.json': '{}' })
      chmodSync(folder, 0)
      await expect(readFiles(folder, { toInstant: (local) => local })).rejects.toThrow(/may not be read/)
    },
  )

  const whole = JSON.stringify(answer('1', '2'), null, 1)

  test.each<[string, Files, string, string]>([
    ['no such file', {}, 'b.json', 'b.json: there is no such file or folder: check the name'],
    [
      'an empty folder',
      {},
      '',
      'pages: no JSON, JSONL or CSV file in this folder: put the pages of the chat there',
    ],
    ['an empty file', { 'a.json': '' }, '', 'a.json: the file is empty: export it again, or take it out'],
    [
      'a page cut in half',
      { 'a.json': whole.slice(0, 60) },
      '',
      'a.json:6: the JSON is cut off: get the file again, whole',
    ],
    [
      'a page cut behind a value',
      { 'a.json': '{"data": [{"id": "1"}' },
      '',
      'a.json:1: the JSON is cut off: get the file again, whole',
    ],
    [
      'a line cut in half',
      { 'a.jsonl': `${text(answer('1'))}\n${text(answer('2')).slice(0, 50)}` },
      '',
      'a.jsonl:2: the JSON is cut off: get the file again, whole',
    ],
    [
      'a line that is not JSON',
      { 'a.jsonl': `${text(answer('1'))}\nhello` },
      '',
      'a.jsonl:2: this is not JSON: get the file again, whole',
    ],
    [
      'other JSON',
      { 'a.json': '{"1": 2}' },
      'a.json',
      'a.json: no posts of X: expected an answer of its search, or a post with id and text',
    ],
    [
      'a post without id',
      { 'a.json': text({ data: [raw(), { text: 'x' }] }) },
      '',
      'a.json: not an answer of X\'s search: "data.1.id" is missing: fetch it again',
    ],
    [
      'an id that was a number',
      { 'a.json': text({ data: [raw({ id: 753677725773271040 })] }) },
      '',
      'a.json: not an answer of X\'s search: "data.0.id" is wrong (Invalid input: expected string, received number): fetch it again',
    ],
    [
      'errors and no posts',
      { 'a.json': text({ errors: [{ message: 'Bad\nToken' }] }) },
      '',
      'a.json: X gave no posts but an error: Bad Token: fetch it again',
    ],
    [
      'one id for two posts',
      { 'a.jsonl': `${text(answer('1'))}\n${text({ data: [raw({ id: '1', text: 'Bye' })] })}` },
      '',
      'a.jsonl:2: two different posts have the id 1: keep the right one and take the other out',
    ],
  ])('%s', async (_, files, name, message) => {
    expect(await fault(files, name)).toBe(message)
  })
})
