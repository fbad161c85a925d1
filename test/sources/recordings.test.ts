import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Post, type Run, sourceText } from '../../scripts/model/post.ts'
import { localDate, localTime, toInstant as zoned } from '../../scripts/model/zone.ts'
import { readFiles } from '../../scripts/sources/file/read-files.ts'
import { chatFolders, hasRecordings, pageFiles, type RawPost, rawAnswers, recording } from './recorded.ts'

const paths = [...pageFiles.map((name) => `x/pages/${name}`), ...chatFolders.map((name) => `chats/${name}`)]
const toInstant = (local: string) => `${local}Z`

describe.skipIf(!hasRecordings)('recorded answers (absent: ../shared/data)', () => {
  test.each(paths)('%s comes through whole', async (path) => {
    const { posts } = await readFiles(recording(path), { toInstant })
    const raw = rawPosts(path)
    expect(posts.map((post) => post.id).sort()).toEqual([...new Set(raw.found.map(nameOf))].sort())
    const expected = raw.found.map((item) => ({
      author: item.author_id,
      at: raw.version(item, 0).created_at,
      text: asSaid(raw.version(item, -1).text),
    }))
    const got = raw.found.map((item) => toSeen(posts.find((post) => post.id === nameOf(item))))
    expect(got).toEqual(expected)
  })

  test.each(paths)('%s: every link that X found leads where X says', async (path) => {
    const { posts } = await readFiles(recording(path), { toInstant })
    const raw = rawPosts(path)
    const looked = raw.found.filter((item) => raw.version(item, -1).entities !== undefined)
    const expected = looked.map((item) => listedLinks(raw.version(item, -1)))
    const got = looked.map((item) => linksOf(posts.find((post) => post.id === nameOf(item))?.text ?? []))
    expect(got).toEqual(expected)
  })

  test('995 posts in ten files, 360 and 453 in two chats', async () => {
    const readings = await Promise.all(paths.map((path) => readFiles(recording(path), { toInstant })))
    const numbers = readings.map((reading) => reading.posts.length)
    expect(numbers.slice(0, 10).reduce((sum, count) => sum + count)).toBe(995)
    expect(numbers.slice(10)).toEqual([360, 453])
  })
})

describe.skipIf(!hasRecordings)('docnow-2016-07-14 as a table (absent: ../shared/data)', () => {
  const chat = recording('chats/docnow-2016-07-14')
  const newYork = (local: string) => zoned(local, 'America/New_York')

  async function readTable(toCells: (post: Post) => readonly string[], header: string) {
    const { posts } = await readFiles(chat, { toInstant })
    const file = join(mkdtempSync(join(tmpdir(), 'docnow-')), 'chat.csv')
    const rows = posts.map((post) =>
      toCells(post)
        .map((cell) => `"${cell.replaceAll('"', '""')}"`)
        .join(','),
    )
    writeFileSync(file, [header, ...rows].join('\r\n'))
    return { posts, table: await readFiles(file, { toInstant: newYork }), file }
  }

  const said = (post: Post) => [post.id, post.at, post.author.handle, sourceText(post)]

  test('with whole ids is the same posts', async () => {
    const toCells = (post: Post) => [
      post.id,
      post.author.handle ?? '',
      sourceText(post),
      localTime(post.at, 'America/New_York'),
    ]
    const { posts, table } = await readTable(
      (post) =>
        toCells(post).with(
          3,
          `07/${localDate(post.at, 'America/New_York').slice(8)}/2016 ${toCells(post)[3]}`,
        ),
      'id_str,from_user,text,time',
    )
    expect(table.posts.map(said)).toEqual(posts.map(said))
    expect(table.warnings).toEqual([])
  })

  test('with rounded ids is the same posts under other ids, and the host is told', async () => {
    const { posts, table, file } = await readTable(
      (post) => [Number(post.id).toExponential(5), post.author.handle ?? '', sourceText(post), post.at],
      'id_str,from_user,text,created_at',
    )
    const withoutId = (all: readonly Post[]) => all.map((post) => said(post).slice(1).join()).sort()
    expect(withoutId(table.posts)).toEqual(withoutId(posts))
    expect(table.warnings).toEqual([
      expect.stringContaining(`${file}: the spreadsheet has rounded the ids of 360 posts`),
    ])
  })
})

/** X escapes these three; undone in this order, `&amp;lt;` stays `&lt;`. */
function asSaid(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

function toSeen(post: Post | undefined) {
  return post && { author: post.author.id, at: post.at.replace('Z', '.000Z'), text: sourceText(post) }
}

function listedLinks(post: RawPost): string[] {
  const urls = post.entities?.urls ?? []
  const standing = urls.filter(({ url }) => post.text.includes(url))
  return [...new Set(standing.map(({ url, expanded_url }) => `${url} ${expanded_url}`))]
}

function linksOf(text: readonly Run[]): string[] {
  return text.flatMap((run) => (typeof run === 'string' ? [] : [`${run.url} ${run.target}`]))
}

function nameOf(post: RawPost): string {
  return post.edit_history_tweet_ids?.[0] ?? post.id
}

function rawPosts(path: string) {
  const answers = rawAnswers(path)
  const found = answers.flatMap((answer) => answer.data)
  const known = new Map(
    [...answers.flatMap((answer) => answer.includes?.tweets ?? []), ...found].map((p) => [p.id, p]),
  )
  const version = (post: RawPost, at: number) =>
    known.get(post.edit_history_tweet_ids?.at(at) ?? post.id) ?? post
  return { found, version }
}
