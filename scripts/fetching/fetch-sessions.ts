import { dropPages } from '../cache/raw-pages.ts'
import { sessionFolder } from '../content/folder.ts'
import { readIndex } from '../content/read-session.ts'
import { savePictures } from '../media/save-pictures.ts'
import type { Chat } from '../model/chat.ts'
import { amountPrice, formatPrice } from '../model/price.ts'
import { Problem } from '../model/problem.ts'
import { affordable } from '../model/spending.ts'
import { isComplete } from '../model/window.ts'
import type { Reading, Source, Wanted } from '../sources/source.ts'
import { smallestPage } from '../sources/x/search.ts'
import type { Progress } from '../terminal/progress.ts'
import { type DueSession, findDue, requireReading } from './due-sessions.ts'
import { type EstimateInput, estimateAmount, sayEstimate } from './estimate.ts'
import { type Completeness, findFound } from './find-found.ts'
import { dropFinished } from './kept-pages.ts'
import type { Purse } from './purse.ts'
import { type RepliesInput, withReplies } from './read-replies.ts'
import { requireTimes } from './require-times.ts'
import { saveSession } from './save-session.ts'
import { sayFound } from './say-found.ts'
import { saySaved } from './say-saved.ts'
import { openSource, type SessionSource } from './session-source.ts'
import { createTeller, type ReadingTeller } from './tell-reading.ts'

export type FetchOptions = {
  readonly root: string
  readonly chat: Chat
  /** Local dates; [] for every session that is due. */
  readonly dates: readonly string[]
  readonly token: string | undefined
  /** Where X's API stands; undefined for X itself. */
  readonly base?: string | undefined
  readonly purse: Purse
  /** Milliseconds since 1970. */
  readonly clock: number
  readonly adopt: boolean
  readonly dryRun: boolean
  readonly progress: Progress
}

/** Reads sessions from the network and writes each as soon as it is read. Returns lines for the host. */
export async function fetchSessions(options: FetchOptions): Promise<string[]> {
  const { root, chat, dates, purse, progress } = options
  for (const date of dates) requireTimes(chat, date, readIndex(root, chat.name, date)?.plan)
  const teller = createTeller(progress, purse.spent)
  const source = await openSource({ ...options, ...teller })
  const lines: string[] = []
  try {
    const known = (date: string) => readIndex(root, chat.name, date)
    const input = { chat, now: source.now, known }
    const { sessions, missed } =
      dates.length === 0
        ? findDue(input)
        : { sessions: dates.map((date) => requireReading(input, date)), missed: [] }
    dropFinished({ root, chat, now: source.now, except: sessions.map(({ times }) => times.date) })
    for (const session of sessions) lines.push(...(await fetchOne({ ...options, source, teller }, session)))
    if (sessions.length === 0) lines.push(`${chat.hashtags[0]}: nothing is due`)
    const read = sessions.map(({ times }) => times.date)
    lines.push(
      ...(await savePictures({ ...options, dates: read, now: source.now, download: source.pictures })),
    )
    return [...lines, ...sayMissed(chat, missed)]
  } catch (error) {
    progress.close()
    for (const line of lines) progress.done(line)
    const kept = chat.sample ? '' : teller.sayKept()
    throw error instanceof Problem ? new Problem(`${error.message}${kept}`) : error
  } finally {
    await source.close()
  }
}

type Open = FetchOptions & { readonly source: SessionSource; readonly teller: ReadingTeller }

async function fetchOne(options: Open, session: DueSession): Promise<string[]> {
  const { root, chat, source, adopt, dryRun, progress } = options
  const { times, from, to } = session
  const wanted = { hashtags: chat.hashtags, from, to, now: source.now }
  const { reading, complete } = await readCounted(options, wanted, times)
  progress.close()
  const { posts, readTo } = reading
  const saved = saveSession({ root, chat, times, posts, readTo, found: complete.found, adopt, dryRun })
  if (!dryRun && isComplete({ times, window: chat.window, readTo })) dropPages(root, chat.name, times.date)
  const said = [sayFound(chat, times, complete), ...sayReading(reading)]
  if (saved) return [...saySaved(chat, saved, dryRun), ...said]
  return [
    `${times.date}: nobody posted with ${chat.hashtags.join(' or ')}: ${sessionFolder(chat.name, times.date)} was not written`,
    ...(complete.found.of === 0 ? [] : said),
  ]
}

/** The posts, and whether they are all; then the replies, which nobody counts. */
async function readCounted(
  { root, chat, source, teller, purse }: Open,
  wanted: Wanted,
  times: RepliesInput['times'],
): Promise<{ reading: Reading; complete: Completeness }> {
  const { date } = times
  const label = `Reading ${chat.hashtags[0]} of ${date}`
  teller.start(chat.sample ? label : `Counting ${chat.hashtags[0]} of ${date}`)
  const count = await source.count(wanted)
  if (!chat.sample) teller.start(`${label}: ${sayCost({ root, chat, date, count: count.posts }, purse)}`)
  const read: Source = (wanted) => source.read(wanted, date)
  const reading = await read(wanted)
  const complete = findFound(reading, count)
  if (!chat.replies) return { reading, complete }
  return { reading: await withReplies({ read, wanted, chat, times, reading }), complete }
}

/** What a reading will cost, and whether it may. */
function sayCost(input: EstimateInput, { spent, maxCost }: Purse): string {
  const amount = estimateAmount(input)
  const left = maxCost - spent() - amountPrice(amount)
  const mayStop = affordable(smallestPage, left) < smallestPage
  return `${sayEstimate(amount)}${mayStop ? `; max_cost may stop it before ${formatPrice(maxCost)}` : ''}`
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
