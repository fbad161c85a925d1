import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { toAnswerPages } from '../../scripts/bench/generate/answers.ts'
import { benchChat, benchChatYaml } from '../../scripts/bench/generate/bench-chat.ts'
import { sessionFiles } from '../../scripts/bench/generate/session-files.ts'
import { generateSession } from '../../scripts/bench/generate/session-posts.ts'
import { createLanguage } from '../../scripts/bench/generate/words.ts'
import { plainSession } from '../../scripts/bench/rivals/plain-session.ts'
import { openArchive } from '../../scripts/content/archive.ts'
import { readSession } from '../../scripts/content/read-session.ts'
import { plainText } from '../../scripts/model/post.ts'
import { summarize } from '../../scripts/model/summary.ts'
import { parseAnswer } from '../../scripts/sources/x/parse.ts'
import { toReading } from '../../scripts/sources/x/reading.ts'

const generate = (seed: number, number: number) => generateSession(seed, number, createLanguage(seed))

test('a seed is always the same archive, on every machine', () => {
  const hash = createHash('sha256')
    .update(JSON.stringify(generate(1, 7)))
    .digest('hex')
  expect(hash.slice(0, 16)).toBe('fad815e734d57408')
})

test('another seed, or another session, is another', () => {
  const texts = [generate(1, 7), generate(2, 7), generate(1, 8)].map(({ posts }) => posts[9]?.text)
  expect(new Set(texts).size).toBe(3)
})

test('a session is 300 posts by 65 people, most answers labelled, some in reply, some with links', () => {
  const { posts } = generate(1, 3)
  const count = (is: (post: (typeof posts)[number]) => boolean) => posts.filter(is).length
  expect(posts).toHaveLength(300)
  expect(new Set(posts.map(({ by }) => by)).size).toBe(65)
  expect(new Set(posts.map(({ id }) => id)).size).toBe(300)
  expect(count(({ text }) => /^Q[123] .*\?/.test(text))).toBe(3)
  expect(count(({ text }) => /^(@\w+ )?A[123] /.test(text))).toBeGreaterThan(150)
  expect(count(({ to }) => to !== undefined)).toBeGreaterThan(70)
  expect(count(({ quotes }) => quotes !== undefined)).toBeGreaterThan(5)
  expect(count(({ pictures = [] }) => pictures.length > 0)).toBeGreaterThan(2)
  expect(count(({ text }) => text.includes('https://'))).toBeGreaterThan(15)
  expect(count(({ text }) => text.length > 280)).toBeGreaterThan(3)
})

test('words are as often as in a language: the commonest by far, and many but once', () => {
  const words = [0, 1, 2, 3].flatMap((number) =>
    generate(1, number).posts.flatMap(({ text }) => text.toLowerCase().match(/(?<![#@/\w])[a-z']+/g) ?? []),
  )
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const often = [...counts.values()].sort((a, b) => b - a)
  expect((often[0] ?? 0) / words.length).toBeGreaterThan(0.03)
  expect((often[0] ?? 0) / words.length).toBeLessThan(0.1)
  expect(often.filter((times) => times === 1).length).toBeGreaterThan(often.length / 4)
})

test('its answers are pages of a hundred that X could have given', () => {
  const pages = toAnswerPages(generate(1, 0))
  expect(pages.map(({ meta }) => meta?.next_token)).toEqual(['page2', 'page3', undefined])
  const reading = toReading(
    pages.map((page, index) => ({ where: `${index}`, answer: parseAnswer(page, 'page') })),
  )
  expect(reading.posts).toHaveLength(300)
  expect(reading.warnings).toEqual([])
  expect(reading.missing).toEqual({ authors: [], posts: [] })
})

test('its files are content: they read back as the posts that were said', () => {
  const root = mkdtempSync(join(tmpdir(), 'bench-test-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const generated = generate(1, 5)
  const settings = { path: `content/${benchChat}/chat.yaml`, data: benchChatYaml }
  for (const { path, data = '' } of [settings, ...sessionFiles(generated)]) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), data)
  }
  const [chat] = openArchive(root).chats
  if (!chat) throw new Error('no chat')
  expect(chat.dates).toEqual([generated.date])
  const session = readSession(root, chat.chat, generated.date)
  const posts = session.segments.flatMap((segment) => segment.posts)
  expect(session).toMatchObject({ title: generated.title, checked: true })
  expect(session.segments.map(({ key }) => key)).toEqual(['before', 'q1', 'q2', 'q3', 'after'])
  expect(posts.map(({ post }) => post.id).sort()).toEqual(generated.posts.map(({ id }) => id).sort())

  const plain = plainSession({ chat: chat.chat, session, summary: summarize(chat.chat, session) })
  expect(plain.match(/^<a id="/gm)).toHaveLength(300)
  const [first] = posts
  expect(plain).toContain(first ? plainText(first.post).split(' ')[2] : 'a post')
})
