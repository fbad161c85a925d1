import { sessionFolder } from '../content/folder.ts'
import { lineOfKey, parseFrontMatter } from '../markdown/front-matter.ts'
import { type Source, toSource } from '../markdown/lines.ts'
import type { StoredFiling } from '../model/file-stored.ts'
import { inOrder } from '../model/post.ts'
import { findLikelyHosts } from '../model/segmentation/likely-hosts.ts'
import { type FiledPost, questionNumber, type Segment } from '../model/session.ts'
import { findSpots, type PostSpot } from './find-spots.ts'
import type { OpenSession } from './open-session.ts'
import type { PlaceNeed, Spot, Task } from './tasks.ts'

/**
 * What needs an eye, in the order in which it is best settled: who asked, what was asked, where posts stand,
 * pictures, then the words on top. A session that was read over keeps its places, and so asks about none.
 */
export function findTasks(open: OpenSession): Task[] {
  const spots = findSpots(open)
  return [
    ...hosts(open),
    ...questions(open),
    ...places(open, spots),
    ...pictures(open, spots),
    ...words(open),
  ]
}

function hosts(open: OpenSession): Task[] {
  const { folder, chat, posts, filings } = open
  const { session, times } = folder
  const isAsked = [...filings.values()].some(({ why }) => why === 'question')
  if (session.checked || isAsked || session.plan.hosts !== undefined) return []
  const handles = findLikelyHosts(posts, times, chat).slice(0, 5)
  if (handles.length === 0) return []
  return [{ ...indexSpot(open, 'hosts'), kind: 'hosts', handles }]
}

function questions({ chat, folder }: OpenSession): Task[] {
  const planned = folder.session.plan.questions ?? []
  return folder.session.segments.flatMap((segment): Task[] => {
    const { key, question, posts } = segment
    const number = questionNumber(key)
    if (number === undefined || question !== '' || posts.length === 0 || planned[number - 1]) return []
    const { path, source } = fileOf({ chat, folder }, `${key}.md`)
    const line = lineOfKey(source, 'question')
    return [{ name: `question ${key}`, path, line, kind: 'question', key, posts: posts.length }]
  })
}

function places({ folder, posts, filings }: OpenSession, spots: ReadonlyMap<string, PostSpot>): Task[] {
  if (folder.session.checked) return []
  const hidden = new Set(
    everyPost(folder.session.segments).flatMap((one) => (one.hidden ? [one.post.id] : [])),
  )
  return inOrder(posts).flatMap((post): Task[] => {
    const filing = filings.get(post.id)
    const spot = spots.get(post.id)
    if (!filing || !spot || hidden.has(post.id) || post.removed || !isWeak(filing)) return []
    const need: PlaceNeed = { kind: 'place', post, ...filing }
    return [{ name: `place ${post.id}`, path: spot.path, line: spot.line, ...need }]
  })
}

/**
 * Time alone, where it does not settle the place: by the clock, since nobody asked; and where another place
 * came close, after the last question (`border`) or after the end (`late`).
 */
function isWeak({ why, runnerUp }: StoredFiling): boolean {
  return why === 'clock' || ((why === 'border' || why === 'late') && runnerUp !== undefined)
}

function pictures({ folder }: OpenSession, spots: ReadonlyMap<string, PostSpot>): Task[] {
  const shown = folder.session.segments.filter(({ key }) => key !== 'outside')
  return everyPost(shown).flatMap(({ post, hidden }): Task[] => {
    const spot = spots.get(post.id)
    if (hidden || !spot) return []
    return post.media
      .filter(({ alt }) => alt === undefined)
      .flatMap(({ url, file }, n): Task[] => {
        const line = spot.bare[n]
        const address = file ?? url
        if (line === undefined) return []
        return [{ name: `alt ${post.id} ${address}`, path: spot.path, line, kind: 'alt', post, address }]
      })
  })
}

function words(open: OpenSession): Task[] {
  const { title, summary } = open.folder.session
  return [
    ...(title === '' ? [{ ...indexSpot(open, 'title'), kind: 'title' } as const] : []),
    ...(summary === ''
      ? [{ ...indexSpot(open, 'summary'), line: summaryLine(open), kind: 'summary' } as const]
      : []),
  ]
}

/** The first line behind the front matter. */
function summaryLine(open: OpenSession): number {
  return parseFrontMatter(fileOf(open, 'index.md').source).next
}

/** A setting of index.md; its first line where the file has it not yet. */
export function indexSpot(open: Pick<OpenSession, 'chat' | 'folder'>, key: string): Spot {
  const { path, source } = fileOf(open, 'index.md')
  return { name: key, path, line: lineOfKey(source, key) }
}

function fileOf(
  { chat, folder }: Pick<OpenSession, 'chat' | 'folder'>,
  name: string,
): { path: string; source: Source } {
  const path = `${sessionFolder(chat.name, folder.session.date)}/${name}`
  return { path, source: toSource(path, folder.files.get(path) ?? '') }
}

function everyPost(segments: readonly Segment[]): FiledPost[] {
  return segments.flatMap(({ posts }) => posts)
}
