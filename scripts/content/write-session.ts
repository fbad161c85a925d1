import { isDeepStrictEqual } from 'node:util'
import type { Clock } from '../markdown/format-post.ts'
import { formatNewIndex, parseIndex, setReading } from '../markdown/index-file.ts'
import { toSource } from '../markdown/lines.ts'
import { formatSegment, parseSegment } from '../markdown/segment-file.ts'
import type { Chat } from '../model/chat.ts'
import type { Merged } from '../model/merging.ts'
import { compareCodePoints } from '../model/order.ts'
import type { Segment, Session } from '../model/session.ts'
import { clockFor, localDate } from '../model/zone.ts'
import { sessionFolder } from './folder.ts'
import { formatLedger } from './ledger-file.ts'
import type { SessionFolder } from './read-session.ts'
import type { Change } from './transaction.ts'

/** Files that differ from what stands in the folder; [] where nothing changed. Ends with the ledger. */
export function sessionChanges(
  chat: Chat,
  merged: Pick<Merged, 'session' | 'ledger'>,
  before: SessionFolder | undefined,
): Change[] {
  const { session, ledger } = merged
  const folder = sessionFolder(chat.name, session.date)
  const pathOf = (segment: Segment) => `${folder}/${segment.key}.md`
  const clock = headingClock(chat, session)
  const stored = before?.session.segments ?? []
  const kept = new Set(session.segments.map(({ key }) => key))
  const changes: Change[] = [
    ...session.segments.map((segment) => {
      return { path: pathOf(segment), data: segmentText(segment, before?.files.get(pathOf(segment)), clock) }
    }),
    ...stored
      .filter(({ key }) => !kept.has(key))
      .map((segment) => ({ path: pathOf(segment), data: undefined })),
    { path: `${folder}/index.md`, data: indexText(session, before?.files.get(`${folder}/index.md`)) },
    { path: `${folder}/ledger.json`, data: formatLedger(ledger) },
  ]
  return changes.filter(({ path, data }) => data !== before?.files.get(path))
}

/** As it stands where nothing in it changed, so that a host's own way of writing stays. */
function segmentText(segment: Segment, text: string | undefined, clock: Clock): string {
  if (text === undefined) return formatSegment(segment, clock)
  const { blocks, yaml, ...head } = parseSegment(toSource(segment.key, text), segment.key)
  const written = formatSegment(segment, clock, yaml)
  // Where a host wrote `removed`, the words may still stand below.
  const isSettled = blocks.every(({ wanted, post }) => wanted === undefined && !post.removed)
  const posts = blocks.map((block) => ({ ...block, anchor: '' }))
  return isSettled && written === formatSegment({ ...head, posts }, clock, yaml) ? text : written
}

function indexText(session: Session, text: string | undefined): string | undefined {
  if (text === undefined) return formatNewIndex(session)
  const source = toSource('index.md', text)
  const { readTo, found } = parseIndex(source)
  const isNew = readTo !== session.readTo || !isDeepStrictEqual(found, session.found)
  return isNew ? setReading(source, session) : text
}

/** Local time, with the date where it is another day than the session's. */
function headingClock(chat: Chat, session: Session): Clock {
  const all = session.segments
    .flatMap(({ posts }) => posts.map(({ post }) => post.at))
    .sort(compareCodePoints)
  const clock = clockFor(chat.zone, all[0] ?? '', all.at(-1) ?? '')
  const dates = new Map<string, string>()
  return (instant) => {
    const minute = instant.slice(0, 16)
    const date = dates.get(minute) ?? localDate(instant, chat.zone)
    dates.set(minute, date)
    return date === session.date ? clock(instant) : `${date} ${clock(instant)}`
  }
}
