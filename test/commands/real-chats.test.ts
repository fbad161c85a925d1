import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chooseChat } from '../../scripts/content/chats.ts'
import { readFolder } from '../../scripts/content/read-session.ts'
import { questionNumber } from '../../scripts/model/session.ts'
import { localDate } from '../../scripts/model/zone.ts'
import { runIn, scratch } from './command.ts'

/** Two whole real chats, from the recorded answers to the pages. */

const shared = join(import.meta.dirname, '../../../shared/data/chats')
const chats = [
  { name: 'docnow', date: '2016-07-14', posts: 360, questions: 8 },
  { name: 'lthechat', date: '2016-02-03', posts: 453, questions: 6 },
]

describe.skipIf(!existsSync(shared))('recorded chats (skipped where ../shared is missing)', () => {
  let root = ''
  let remove = () => {}
  beforeAll(() => {
    const settings = chats.map(({ name }) => [`content/${name}/chat.yaml`, readFixture(`${name}.yaml`)])
    ;({ root, remove } = scratch(Object.fromEntries(settings)))
  })
  afterAll(() => remove())

  test.each(chats)(
    '$name is fetched, whole, and fetching again changes nothing',
    async ({ name, date, posts, questions }) => {
      const from = join(shared, `${name}-${date}`)
      const first = await runIn(root, 'fetch', '--chat', name, '--from', from)
      expect(first).toMatchObject({ code: 0, err: '' })
      expect(first.out).toContain(`${questions} questions`)
      const chat = chooseChat(root, name)
      const { session, files } = readFolder(root, chat, date)
      const filed = session.segments.flatMap(({ key, posts }) => posts.map(({ post }) => ({ key, post })))
      expect(new Set(filed.map(({ post }) => post.id)).size).toBe(posts)
      const otherDays = filed.filter(({ post }) => localDate(post.at, chat.zone) < date)
      expect(otherDays.filter(({ key }) => questionNumber(key) !== undefined)).toEqual([])
      const again = await runIn(root, 'fetch', '--chat', name, '--from', from)
      expect(again.out).toContain('nothing new')
      expect(readFolder(root, chat, date).files).toEqual(files)
    },
  )

  test('both are built', async () => {
    const built = await runIn(root, 'build')
    expect(built).toMatchObject({ code: 0, err: '' })
    for (const { name, date } of chats) {
      const page = readFileSync(join(root, 'dist', name, date, 'index.html'), 'utf8')
      expect(page).not.toMatch(/<script|src=["']?https?:/)
    }
  })
})

function readFixture(name: string): string {
  return readFileSync(join(import.meta.dirname, '../fixtures/chats', name), 'utf8')
}
