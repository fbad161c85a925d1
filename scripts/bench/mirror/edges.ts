import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Change } from '../../content/transaction.ts'
import { startTumblr } from '../../demo/tumblr/stand-in.ts'
import { formatSegment } from '../../markdown/segment-file.ts'
import { barePost } from '../../model/bare-post.ts'
import type { Media, Post, Run } from '../../model/post.ts'
import { benchChat, dateOf } from '../generate/bench-chat.ts'
import { openProject } from './project.ts'

/** A session at the edge of what a post on Tumblr may hold, and in how many posts it stands there. */
export type Edge = {
  readonly name: string
  readonly posts: number
  readonly made: readonly Partial<Post>[]
  readonly tags?: string
}

const picture = join(import.meta.dirname, '../../demo/sample/pictures/snowman.png')
const link = (n: number): Run => ({
  url: `https://t.co/${n}`,
  target: `https://example.org/${n}`,
  display: `e/${n}`,
})
const photo: Media = { kind: 'photo', url: '', file: '1.png', alt: 'x'.repeat(4096), width: 1, height: 1 }
const many = <T>(count: number, one: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => one(n))

/** Around what is said stand six blocks and two links of the session's own. */
export const edges: readonly Edge[] = [
  { name: '1,000 blocks', posts: 1, made: many(994, () => ({})) },
  { name: '1,001 blocks', posts: 2, made: many(995, () => ({})) },
  { name: '1,001 blocks in one question', posts: 3, made: many(996, () => ({})) },
  { name: '100 links', posts: 1, made: many(98, (n) => ({ text: [link(n)] })) },
  { name: '101 links', posts: 3, made: many(99, (n) => ({ text: [link(n)] })) },
  {
    name: '100 links in one answer',
    posts: 1,
    made: [{ text: many(98, link).flatMap((run) => [run, ' ']) }],
  },
  {
    name: '200 links in one answer',
    posts: 4,
    made: [{ text: many(200, link).flatMap((run) => [run, ' ']) }],
  },
  {
    name: '30 pictures, each described in 4,096 characters',
    posts: 1,
    made: many(30, () => ({ media: [photo] })),
  },
  { name: '31 pictures', posts: 3, made: many(31, () => ({ media: [photo] })) },
  {
    name: 'an answer of 4,096 characters in one block',
    posts: 1,
    made: [{ text: ['🐑'.repeat(4096 - 10)] }],
  },
  { name: 'an answer of 4,097 characters', posts: 1, made: [{ text: ['🐑'.repeat(4097 - 10)] }] },
  {
    name: 'links behind sheep, joined emoji and marks',
    posts: 1,
    made: [{ text: ['🐑👩‍👩‍👧 é ', link(1), ' 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ', link(2)] }],
  },
  { name: '950 kB', posts: 1, made: many(230, () => ({ text: ['x'.repeat(3950)] })) },
  { name: 'more than a megabyte', posts: 3, made: many(260, () => ({ text: ['x'.repeat(3950)] })) },
  { name: 'one answer of 1.5 MB', posts: 3, made: [{ text: ['x'.repeat(1_500_000)] }] },
  {
    name: 'tags with commas, and one of 200 letters',
    posts: 1,
    made: [{}],
    tags: `["snow, ice", "${'x'.repeat(200)}"]`,
  },
]

export type Tried = {
  readonly name: string
  readonly expected: number
  readonly posts: number
  readonly refused: readonly string[]
}

/** Publishes each to a stand-in that keeps Tumblr's limits. */
export async function tryEdges(): Promise<Tried[]> {
  const tried: Tried[] = []
  for (const [index, edge] of edges.entries()) {
    const project = openProject(await startTumblr())
    project.write(filesOf(edge, dateOf(index)))
    const { code, out } = await project.run()
    const { calls } = project.tumblr
    const refused = calls.flatMap(({ refusal }) => (refusal === undefined ? [] : [refusal]))
    const failed = code === 0 ? [] : [out.trim()]
    const [dashboard, blog] = [project.tumblr.onDashboard(), project.tumblr.onBlog()].map(namesOf)
    if (!isDeepStrictEqual(dashboard, blog)) failed.push('dashboard and blog show it in different orders')
    if (!/-\d\d(-summary)?$/.test(dashboard?.[0] ?? '')) failed.push('it does not begin with its opening')
    tried.push({
      name: edge.name,
      expected: edge.posts,
      posts: project.tumblr.posts().length,
      refused: [...refused, ...failed],
    })
    await project.close()
  }
  return tried
}

function namesOf(posts: readonly { readonly slug: string }[]): string[] {
  return posts.map(({ slug }) => slug)
}

function filesOf({ made, tags = '[]' }: Edge, date: string): Change[] {
  const folder = `content/${benchChat}/${date}`
  const start = `${date}T13:00:00Z`
  const posts = made.map((one, index) => ({
    post: { ...plainPost(String(1000 + index), start), ...one },
    anchor: '',
    why: 'host',
    hidden: false,
    note: '',
  }))
  const segment = { key: 'q1', question: 'What now?', start, end: `${date}T14:00:00Z`, intro: '', posts }
  return [
    { path: `${folder}/index.md`, data: `---\ntitle: Edge\nchecked: yes\ntags: ${tags}\n---\n` },
    { path: `${folder}/q1.md`, data: formatSegment(segment, (instant) => instant.slice(11, 19)) },
    { path: `${folder}/media/1.png`, data: readFileSync(picture) },
  ]
}

function plainPost(id: string, at: string): Post {
  return barePost({ id, at, author: { id: '7', handle: 'sam', name: 'Sam' }, text: ['Hello'] })
}
