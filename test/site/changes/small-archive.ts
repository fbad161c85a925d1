import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { between, pick, type Random } from '../../../scripts/bench/generate/random.ts'
import { formatFiledPost } from '../../../scripts/markdown/format-post.ts'
import { formatSegment } from '../../../scripts/markdown/segment-file.ts'
import type { Post } from '../../../scripts/model/post.ts'
import { filed, post, segment } from '../../builders.ts'

export const dates = ['2010-12-03', '2010-12-10', '2010-12-17', '2010-12-31', '2011-01-07']

const people = ['Ann Oak', 'Bea Ash', 'Cai Elm', 'dev', 'Élodie', 'Fay', '山田', '  ']
const words =
  'budget library A1 A2 naïve #lgovsm @h1 *stars* https://example.org/a <b> &amp; 山 \\_ {{x}}'.split(' ')

/** A folder with the content/ of two chats, small enough to be built in no time. */
export function writeSmallArchive(root: string, random: Random): void {
  const site =
    'title: Small\naddress: https://example.org/a/\nsearch: no\nblog: lgovsm\ncontact: a@example.org\n'
  write(root, 'content/site.yaml', site)
  write(root, 'content/pages/about.md', '---\ntitle: About\n---\nWho *we* are.\n')
  for (const chat of ['lgovsm', 'nhssm']) {
    write(root, `content/${chat}/chat.yaml`, `hashtags: "#${chat}"\nhosts: h0\nfirst: 2010-12-03\n`)
    for (const date of dates.slice(0, 4)) writeSession(root, `content/${chat}/${date}`, random)
  }
}

/** Two questions and what came afterwards, with a picture. */
export function writeSession(root: string, folder: string, random: Random): void {
  const date = folder.slice(-10)
  const front = `title: Of ${date}\nchecked: ${pick(random, ['yes', 'no'])}\ntags: ${pick(random, ['trees', 'Budget'])}`
  write(root, `${folder}/index.md`, `---\n${front}\n---\nTwo *sentences*.\n`)
  for (const number of [1, 2]) {
    const posts = Array.from({ length: between(random, 1, 5) }, () => filed(randomPost(random, date)))
    const times = { start: `${date}T13:${number - 1}0:00Z`, end: `${date}T13:${number}0:00Z` }
    const question = `What about ${pick(random, words)}, ${number}?`
    write(
      root,
      `${folder}/q${number}.md`,
      formatSegment(segment(`q${number}`, posts, { question, ...times }), clock),
    )
  }
  const media: Post['media'] = [
    { kind: 'photo', url: '', file: 'wall.png', alt: 'A wall', width: 1, height: 1 },
  ]
  write(root, `${folder}/media/wall.png`, `a picture of ${folder}`)
  const after = segment('after', [filed({ ...randomPost(random, date), media })])
  write(root, `${folder}/after.md`, formatSegment(after, clock))
}

export function randomPost(random: Random, date: string): Post {
  const number = between(random, 0, people.length - 1)
  const second = String(between(random, 0, 59)).padStart(2, '0')
  const text = Array.from({ length: between(random, 1, 9) }, () => pick(random, words)).join(' ')
  return post({
    id: String(between(random, 1e9, 2e9)),
    at: `${date}T13:${between(random, 10, 25)}:${second}Z`,
    // Two people a handle: whose address is whose depends on who was there first.
    author: { id: String(number), handle: `h${number % 4}`, name: people[number] ?? '' },
    text,
  })
}

/** As it is added to a segment's file. */
export function blockOf(said: Post): string {
  return `\n${formatFiledPost(filed(said), clock)}\n`
}

function clock(instant: string): string {
  return instant.slice(11, 19)
}

export function write(root: string, path: string, data: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), data)
}

export function read(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

export function remove(root: string, path: string): void {
  rmSync(join(root, path), { recursive: true, force: true })
}

/** Files below a folder, from the root, whose path fits. */
export function filesIn(root: string, folder: string, fits = /./): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => fits.test(path))
    .sort()
}
