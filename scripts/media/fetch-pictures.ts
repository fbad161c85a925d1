import type { Progress } from '../terminal/progress.ts'
import type { Download } from './download.ts'
import { makeSmall, type SmallPicture } from './make-small.ts'
import { NoPicture } from './no-picture.ts'
import type { WantedPicture } from './wanted-pictures.ts'

export type FetchedPicture = SmallPicture & WantedPicture

export type Fetched = {
  readonly pictures: readonly FetchedPicture[]
  /** Address → why it was not kept. */
  readonly missed: ReadonlyMap<string, string>
}

type Tools = {
  readonly download: Download
  readonly progress: Progress
  /** Aborted when there is no more time. */
  readonly signal: AbortSignal
}

/** After so many silences in a row a host is asked no more. */
const mostSilences = 3

/** Brings pictures one after the other; one that fails keeps none of the others. */
export async function fetchPictures(wanted: readonly WantedPicture[], tools: Tools): Promise<Fetched> {
  const { download, progress, signal } = tools
  const pictures: FetchedPicture[] = []
  const missed = new Map<string, string>()
  const silences = new Map<string, number>()
  for (const picture of wanted) {
    const host = hostOf(picture.url)
    const silent = silences.get(host) ?? 0
    const why = sayNotAsked(signal, silent)
    if (why) missed.set(picture.url, why)
    if (why) continue
    try {
      pictures.push({ ...picture, ...(await makeSmall(await download(picture.url))) })
      silences.delete(host)
    } catch (error) {
      if (!(error instanceof NoPicture)) throw error
      missed.set(picture.url, error.message)
      silences.set(host, error.isUnreachable ? silent + 1 : 0)
    }
    progress.advance(1)
  }
  return { pictures, missed }
}

function sayNotAsked(signal: AbortSignal, silent: number): string | undefined {
  if (signal.aborted) return 'there was no more time for it'
  return silent < mostSilences ? undefined : 'its server did not answer for the ones before it'
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : ''
}
