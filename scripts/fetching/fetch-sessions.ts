import { sessionFolder } from '../content/folder.ts'
import { readIndex } from '../content/read-session.ts'
import type { Chat } from '../model/chat.ts'
import type { Reading, Wanted } from '../sources/source.ts'
import type { Progress } from '../terminal/progress.ts'
import { type DueSession, findDue, requireReading } from './due-sessions.ts'
import { type Completeness, findFound } from './find-found.ts'
import { type RepliesInput, withReplies } from './read-replies.ts'
import { requireTimes } from './require-times.ts'
import { saveSession } from './save-session.ts'
import { sayFound } from './say-found.ts'
import { saySaved } from './say-saved.ts'
import { openSource, type SessionSource } from './session-source.ts'

export type FetchOptions = {
  readonly root: string
  readonly chat: Chat
  /** Local dates; [] for every session that is due. */
  readonly dates: readonly string[]
  readonly token: string | undefined
  /** Milliseconds since 1970. */
  readonly clock: number
  readonly adopt: boolean
  readonly dryRun: boolean
  readonly progress: Progress
}

/** Reads sessions from the network and writes each as soon as it is read. Returns lines for the host. */
export async function fetchSessions(options: FetchOptions): Promise<string[]> {
  const { root, chat, dates, token, clock, progress } = options
  const read = { pages: 0, posts: 0 }
  const onPage = (posts: number) => {
    read.pages++
    read.posts += posts
    progress.advance(1, `page ${read.pages}: ${read.posts} posts so far`)
  }
  for (const date of dates) requireTimes(chat, date, readIndex(root, chat.name, date)?.plan)
  const source = await openSource({ chat, token, clock, onPage })
  try {
    const known = (date: string) => readIndex(root, chat.name, date)
    const input = { chat, now: source.now, known }
    const { sessions, missed } =
      dates.length === 0
        ? findDue(input)
        : { sessions: dates.map((date) => requireReading(input, date)), missed: [] }
    const lines: string[] = []
    for (const session of sessions) lines.push(...(await fetchOne(options, source, session)))
    if (sessions.length === 0) lines.push(`${chat.hashtags[0]}: nothing is due`)
    return [...lines, ...sayMissed(chat, missed)]
  } finally {
    await source.close()
  }
}

async function fetchOne(
  options: FetchOptions,
  source: SessionSource,
  session: DueSession,
): Promise<string[]> {
  const { root, chat, adopt, dryRun, progress } = options
  const { times, from, to } = session
  progress.start(`Reading ${chat.hashtags[0]} of ${times.date}`)
  const wanted = { hashtags: chat.hashtags, from, to, now: source.now }
  const { reading, complete } = await readCounted(source, wanted, { chat, times })
  progress.close()
  const { posts, readTo } = reading
  const saved = saveSession({ root, chat, times, posts, readTo, found: complete.found, adopt, dryRun })
  const said = [sayFound(chat, times, complete), ...sayReading(reading)]
  if (saved) return [...saySaved(chat, saved, dryRun), ...said]
  return [
    `${times.date}: nobody posted with ${chat.hashtags.join(' or ')}: ${sessionFolder(chat.name, times.date)} was not written`,
    ...(complete.found.of === 0 ? [] : said),
  ]
}

/** The posts, and whether they are all; then the replies, which nobody counts. */
async function readCounted(
  { read, count }: SessionSource,
  wanted: Wanted,
  { chat, times }: Pick<RepliesInput, 'chat' | 'times'>,
): Promise<{ reading: Reading; complete: Completeness }> {
  const reading = await read(wanted)
  const complete = findFound(reading, await count(wanted))
  if (!chat.replies) return { reading, complete }
  return { reading: await withReplies({ read, wanted, chat, times, reading }), complete }
}

/** What a reading left out, and what it warns of. */
export function sayReading({ dropped, warnings }: Reading): string[] {
  const hidden = dropped.protectedPosts
  const left = hidden === 0 ? [] : [`  left out: ${hidden} by people whose posts are protected`]
  return [...left, ...warnings.map((warning) => `  note: ${warning}`)]
}

function sayMissed(chat: Chat, missed: readonly string[]): string[] {
  if (missed.length === 0) return []
  const last = missed.at(-1)
  const dates = missed.length === 1 ? `${last} has` : `${missed.length} dates up to ${last} have`
  return [
    `${dates} no transcript, and X's search looks back seven days: with full-archive access run npm run fetch -- --chat ${chat.name} ${last}; else read files with --from`,
  ]
}
