import { chatFile } from '../content/chat-settings.ts'
import { readIndex } from '../content/read-session.ts'
import { savePictures } from '../media/save-pictures.ts'
import type { Chat } from '../model/chat.ts'
import type { Post } from '../model/post.ts'
import { Problem } from '../model/problem.ts'
import { toInstant } from '../model/zone.ts'
import { readFiles } from '../sources/file/read-files.ts'
import type { Progress } from '../terminal/progress.ts'
import { sayReading } from './fetch-sessions.ts'
import { requireTimes } from './require-times.ts'
import { saveSession } from './save-session.ts'
import { sayFound } from './say-found.ts'
import { saySaved } from './say-saved.ts'
import { type SessionPosts, splitBySession } from './split-by-session.ts'

export type FileFetchOptions = {
  readonly root: string
  readonly chat: Chat
  /** Local dates; [] for every session that the files hold. */
  readonly dates: readonly string[]
  /** A file or a folder. */
  readonly from: string
  readonly adopt: boolean
  readonly dryRun: boolean
  readonly progress: Progress
}

/** Reads sessions from files and writes them. Returns lines for the host. */
export async function fetchFiles(options: FileFetchOptions): Promise<string[]> {
  const { root, chat, dates, from, adopt, dryRun, progress } = options
  progress.start(`Reading ${from}`)
  const reading = await readFiles(from, { toInstant: (local) => toInstant(local, chat.zone), date: dates[0] })
  progress.close()
  if (reading.posts.length === 0)
    return [`${from}: there are no posts in it: nothing was written`, ...sayReading(reading)]
  const sessions = sessionsOf(options, reading.posts)
  const lines = sessions.flatMap(({ times, posts }) => {
    const found = { posts: posts.length, of: undefined, from: 'file' } as const
    const saved = saveSession({ root, chat, times, posts, readTo: reading.readTo, found, adopt, dryRun })
    const said = sayFound(chat, times, { found, note: undefined })
    return saved ? [...saySaved(chat, saved, dryRun), said] : []
  })
  const read = sessions.map(({ times }) => times.date)
  const pictures = await savePictures({ ...options, dates: read, now: undefined })
  return [...lines, ...pictures, ...sayReading(reading)]
}

function sessionsOf({ root, chat, dates, from }: FileFetchOptions, posts: readonly Post[]): SessionPosts[] {
  const named = dates.map((date) => requireTimes(chat, date, readIndex(root, chat.name, date)?.plan))
  const found = splitBySession(chat, posts, named)
  if (dates.length > 0) return found.filter(({ times }) => dates.includes(times.date))
  if (found.length > 0) return found
  const [earlier] = splitBySession({ ...chat, first: undefined }, posts)
  if (earlier) {
    const { date } = earlier.times
    throw new Problem(
      `${from}: its posts are of ${date}, before the first session: write "first: ${date}" into ${chatFile(chat.name)}, and run it again`,
    )
  }
  throw new Problem(
    `${from}: none of its posts was said during a session of ${chat.title}: check weekday, time and zone in chat.yaml, or name the date`,
  )
}
