import { describe, expect, test } from 'vitest'
import { type Post, type Run, sourceText } from '../../scripts/model/post.ts'
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
