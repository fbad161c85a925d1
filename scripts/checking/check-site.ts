import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Archive } from '../model/archive.ts'
import { compareCodePoints } from '../model/order.ts'
import { listFiles } from '../site/found-files.ts'
import { type CheckedFile, checkFile } from './check-file.ts'
import type { Fault } from './fault.ts'
import { type FileReference, findLinkFault } from './link-faults.ts'
import { nothingRemembered, type Remembered, type RememberedSession } from './remembered.ts'
import type { Secret } from './secrets.ts'
import { type Sessions, sessionsOf } from './sessions-of.ts'
import { targetOf } from './target.ts'

export type CheckOptions = {
  readonly archive: Archive
  /** Folder of the site. */
  readonly folder: string
  readonly secrets: readonly Secret[]
  /** What an earlier check learned, and how a session is known again. Without it everything is read. */
  readonly earlier?: Earlier | undefined
}

export type Earlier = {
  readonly remembered: Remembered
  /** Of all that says what a session is; another where any of it is. */
  readonly idOf: (chat: string, date: string) => string
}

export type Checked = {
  readonly pages: number
  readonly faults: readonly Fault[]
  /** For the next check. */
  readonly learned: Remembered
}

/**
 * Reads a built site as a browser would, one file at a time, and finds what must not be public. Of a file that is
 * byte for byte what an earlier check found nothing wrong in, only secrets are looked for again, and where it leads.
 */
export function checkSite({ archive, folder, secrets, earlier = everythingAnew }: CheckOptions): Checked {
  const { address } = archive.site
  const files = listFiles(folder)
  const { remembered, idOf } = earlier
  const sessions = sessionsOf(archive, { idOf, sessions: remembered.sessions })
  const found = files.map((file) => {
    const data = readFileSync(join(folder, file))
    return checkFile(file, data, { sessions, secrets, before: remembered.files.get(file) })
  })
  const references = found.flatMap((one) => one.references)
  const ids = new Map(found.flatMap(({ file, ids }) => (ids ? [[file, ids]] : [])))
  const site = { address, form: archive.site.takePart?.form, files: new Set(files), ids }
  const faults = [
    ...found.flatMap((one) => one.faults),
    ...references.flatMap((reference) => findLinkFault(reference, site) ?? []),
    ...references.flatMap((reference) => findDraftFault(reference, sessions, address) ?? []),
    ...sessions.pages.filter((page) => !site.files.has(page) && sessions.about(page)?.hasPage).map(missing),
    ...sessions.posts.flatMap(
      (post) => findPostFault(post, sessions.about(post), site.files.has(post)) ?? [],
    ),
  ]
  return { pages: ids.size, faults: faults.toSorted(byPlace), learned: learnedFrom(found, sessions) }
}

const everythingAnew: Earlier = { remembered: nothingRemembered, idOf: () => '' }

function learnedFrom(found: readonly CheckedFile[], sessions: Sessions): Remembered {
  const sound = found.filter(({ faults }) => faults.length === 0)
  return {
    files: new Map(
      sound.map(({ file, holds, session, references, ids }) => [
        file,
        { holds, session, references, ids: ids && new Set(ids.keys()) },
      ]),
    ),
    sessions: sessions.all(),
  }
}

/** A feed and the list of pages name no transcript that nobody has read over. */
function findDraftFault(
  { file, line, url }: FileReference,
  sessions: Sessions,
  address: string | undefined,
): Fault | undefined {
  if (!file.endsWith('.xml')) return undefined
  const target = targetOf(url, file, address)
  if (target.kind !== 'inside' || sessions.about(target.file)?.checked !== false) return undefined
  return { file, line, says: `${target.file} is named here, and nobody has read it over: run npm run build` }
}

/** The blog has every transcript that its host has read over, and no other. */
function findPostFault(
  file: string,
  session: RememberedSession | undefined,
  isThere: boolean,
): Fault | undefined {
  const isDue = session?.checked === true && session.hasPage
  if (isDue === isThere) return undefined
  return isDue
    ? missing(file)
    : { file, line: 1, says: 'this is in the blog, and nobody has read it over: run npm run build' }
}

function missing(file: string): Fault {
  return { file, line: 1, says: 'content/ has this session and the site has not: run npm run build' }
}

function byPlace(a: Fault, b: Fault): number {
  return compareCodePoints(a.file, b.file) || a.line - b.line
}
