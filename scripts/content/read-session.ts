import { type IndexFile, parseIndex } from '../markdown/index-file.ts'
import { toSource } from '../markdown/lines.ts'
import { parseSegment } from '../markdown/segment-file.ts'
import { giveAnchors } from '../model/anchors.ts'
import type { Chat } from '../model/chat.ts'
import type { Ledger } from '../model/ledger.ts'
import { inOrder } from '../model/post.ts'
import { Problem } from '../model/problem.ts'
import {
  type FiledPost,
  type Segment,
  type SegmentKey,
  type Session,
  segmentOrder,
} from '../model/session.ts'
import type { Stored } from '../model/stored.ts'
import { localTime } from '../model/zone.ts'
import { listFolder, readText, segmentKeyOf, sessionFolder } from './folder.ts'
import { findAnchors, parseLedger } from './ledger-file.ts'
import { type ParsedSegment, readWishes, refuseOverlaps, settleTwice } from './settle-posts.ts'

/** A session's folder, read and understood as a whole. */
export type SessionFolder = Omit<Stored, 'ledger'> & {
  /** Undefined where there is no ledger.json. */
  readonly ledger: Ledger | undefined
  /** What was settled on the way, as sentences for the host. */
  readonly notices: readonly string[]
  /** Path relative to the root → text, for every file that was read. */
  readonly files: ReadonlyMap<string, string>
}

/** Throws a Problem with file and line for anything in the folder that cannot be understood. */
export function readFolder(root: string, chat: Chat, date: string): SessionFolder {
  const { readLedger, ...read } = understand(root, chat, date)
  return { ...read, ledger: readLedger() }
}

type Understood = Omit<SessionFolder, 'ledger'> & { readonly readLedger: () => Ledger | undefined }

/** The ledger is the larger half of a folder, and its anchors are all that a page needs of it. */
function understand(root: string, chat: Chat, date: string): Understood {
  const folder = sessionFolder(chat.name, date)
  const files = readFiles(root, folder)
  const sourceOf = (name: string) => toSource(`${folder}/${name}`, files.get(`${folder}/${name}`) ?? '')
  const ledgerName = `${folder}/ledger.json`
  const ledgerText = files.get(ledgerName)
  const readLedger = () => (ledgerText === undefined ? undefined : parseLedger(ledgerName, ledgerText))
  const given = findAnchors(ledgerText ?? '') ?? anchorsIn(readLedger())
  const parsed = segmentKeys(folder, files).map((key): ParsedSegment => {
    const source = sourceOf(`${key}.md`)
    return { source, file: parseSegment(source, key) }
  })
  refuseOverlaps(parsed)
  const wishes = readWishes(parsed)
  const { settled, notices } = settleTwice(parsed, readLedger)
  const segments = anchored(settled, chat, given)
  const session = { date, ...parseIndex(sourceOf('index.md')), segments }
  return { session, readLedger, wishes, notices, files }
}

function anchorsIn(ledger: Ledger | undefined): ReadonlyMap<string, string> {
  return new Map([...(ledger?.posts ?? [])].map(([id, { anchor }]) => [id, anchor]))
}

/** What index.md alone says; undefined where there is none. */
export function readIndex(root: string, chat: string, date: string): IndexFile | undefined {
  const path = `${sessionFolder(chat, date)}/index.md`
  const text = readText(root, path)
  return text === undefined ? undefined : parseIndex(toSource(path, text))
}

/** The session as a page shows it: where a host's `q=` wants a post, there it stands. */
export function readSession(root: string, chat: Chat, date: string): Session {
  return withWishes(understand(root, chat, date))
}

/** The session with each post where the host's `q=` wants it. */
export function withWishes({ session, wishes }: Pick<Stored, 'session' | 'wishes'>): Session {
  if (wishes.size === 0) return session
  const filed = session.segments.flatMap(({ key, posts }) =>
    posts.map((item) => ({ item, key: wishes.get(item.post.id) ?? key })),
  )
  const segments = withLanes(session.segments, [...wishes.values()]).map((segment) => {
    const items = filed
      .filter(({ key }) => key === segment.key)
      .map(({ item }) => [item.post.id, item] as const)
    const byId = new Map(items)
    const posts = inOrder(items.map(([, { post }]) => post)).flatMap(({ id }) => byId.get(id) ?? [])
    return { ...segment, posts }
  })
  return { ...session, segments }
}

/** A host may wish a post into a lane that has no file yet. */
function withLanes(segments: readonly Segment[], wanted: readonly SegmentKey[]): Segment[] {
  const missing = new Set(wanted.filter((key) => !segments.some((segment) => segment.key === key)))
  const lanes = [...missing].map((key) => {
    return { key, question: '', start: undefined, end: undefined, intro: '', posts: [] }
  })
  return [...segments, ...lanes].sort((a, b) => segmentOrder(a.key) - segmentOrder(b.key))
}

function readFiles(root: string, folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  for (const name of listFolder(root, folder)) {
    if (name !== 'ledger.json' && !name.endsWith('.md')) continue
    const path = `${folder}/${name}`
    files.set(path, readText(root, path) ?? '')
  }
  return files
}

function segmentKeys(folder: string, files: ReadonlyMap<string, string>): SegmentKey[] {
  const names = [...files.keys()]
    .map((path) => path.slice(folder.length + 1))
    .filter((name) => name.endsWith('.md'))
  return names
    .filter((name) => name !== 'index.md')
    .map((name) => segmentKeyOf(name) ?? refuseName(folder, name))
    .sort((a, b) => segmentOrder(a) - segmentOrder(b))
}

function refuseName(folder: string, name: string): never {
  throw new Problem(
    `${folder}/${name}: this is no part of a session: move its posts into q1.md, q2.md, …, before.md, after.md or outside.md and delete it`,
  )
}

/** Posts with their addresses: as the ledger says, else as they would be given. */
function anchored(
  parsed: readonly ParsedSegment[],
  chat: Chat,
  given: ReadonlyMap<string, string>,
): Segment[] {
  const posts = parsed.flatMap(({ file }) => file.blocks.map(({ post }) => post))
  const anchors = giveAnchors(posts, given, (instant) => localTime(instant, chat.zone))
  // Member by member: to spread the rest of an object is slow, and there are many.
  return parsed.map(({ file: { key, question, start, end, intro, blocks } }) => ({
    key,
    question,
    start,
    end,
    intro,
    posts: blocks.map(({ post, why, hidden, note, relay }): FiledPost => {
      const anchor = anchors.get(post.id) ?? ''
      return relay === undefined
        ? { post, anchor, why, hidden, note }
        : { post, anchor, why, hidden, note, relay }
    }),
  }))
}
