import { listDates } from '../content/folder.ts'
import { readSite } from '../content/site-settings.ts'
import { writeTogether } from '../content/transaction.ts'
import type { Chat } from '../model/chat.ts'
import { addDays } from '../model/date.ts'
import { Problem } from '../model/problem.ts'
import { localDate } from '../model/zone.ts'
import type { Progress } from '../terminal/progress.ts'
import { type Download, openDownload } from './download.ts'
import { fetchPictures } from './fetch-pictures.ts'
import { sayPictures } from './say-pictures.ts'
import { pictureChanges, readPictures } from './session-pictures.ts'

export type PicturesInput = {
  readonly root: string
  readonly chat: Chat
  /** Local dates that were read just now. */
  readonly dates: readonly string[]
  /** UTC; sessions of the two weeks before it are looked after as well. Undefined for the dates alone. */
  readonly now: string | undefined
  /** Where pictures come from; undefined for the media hosts of site.yaml. */
  readonly download?: Download | undefined
  readonly dryRun: boolean
  readonly progress: Progress
}

const daysToTry = 14
const mostMilliseconds = 600_000

/**
 * Brings the pictures that sessions show and do not have yet, small, and takes away those that no post shows any
 * more; each session's at once with the names in its posts. Posts are saved before: no picture is waited for.
 * Returns lines for the host. Nothing is fetched for `media: none`.
 */
export async function savePictures(input: PicturesInput): Promise<string[]> {
  const { root, chat, dates, dryRun } = input
  const site = readSite(root)
  if (dryRun || (chat.media ?? site.media) === 'none') return []
  const download = input.download ?? openDownload({ hosts: site.mediaHosts })
  const signal = AbortSignal.timeout(mostMilliseconds)
  const lines: string[] = []
  for (const date of datesToVisit(input)) {
    try {
      lines.push(...(await saveOne({ ...input, download, signal }, date)))
    } catch (error) {
      // An older session that cannot be read is nothing that this run was asked for.
      if (!(error instanceof Problem) || dates.includes(date)) throw error
      lines.push(`  note: no pictures for ${date}: ${error.message}`)
    }
  }
  return lines
}

function datesToVisit({ root, chat, dates, now }: PicturesInput): string[] {
  const oldest = now && addDays(localDate(now, chat.zone), -daysToTry)
  return listDates(root, chat.name).filter(
    (date) => dates.includes(date) || (oldest !== undefined && date >= oldest),
  )
}

type Open = PicturesInput & { readonly download: Download; readonly signal: AbortSignal }

async function saveOne(input: Open, date: string): Promise<string[]> {
  const { root, chat, progress } = input
  const pictures = readPictures(root, chat, date)
  const { wanted, folder } = pictures
  if (wanted.length > 0) progress.start(`Fetching pictures of ${date}`, wanted.length)
  const fetched = await fetchPictures(wanted, input)
  progress.close()
  const written = pictureChanges(pictures, fetched.pictures)
  writeTogether(root, `${chat.name}-${date}`, written)
  const removed = written.filter(({ data }) => data === undefined).length
  return sayPictures(fetched, { date, folder, removed })
}
