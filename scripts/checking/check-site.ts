import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Archive } from '../model/archive.ts'
import { compareCodePoints } from '../model/order.ts'
import type { Fault } from './fault.ts'
import { type LeftOut, leftOutFaults, wordFaults } from './left-out-faults.ts'
import { type FileReference, findLinkFault } from './link-faults.ts'
import { pageFaults } from './page-faults.ts'
import { oneSpace, type ReadPage, readPage } from './read-page.ts'
import { type Secret, secretFaults } from './secrets.ts'
import { type Sessions, sessionsOf } from './sessions-of.ts'
import { isAbsolute, targetOf } from './target.ts'
import { readXml } from './xml-faults.ts'

export type CheckOptions = {
  readonly archive: Archive
  /** Folder of the site. */
  readonly folder: string
  readonly secrets: readonly Secret[]
}

export type Checked = { readonly pages: number; readonly faults: readonly Fault[] }

/** Reads a built site as a browser would, one file at a time, and finds what must not be public. */
export function checkSite({ archive, folder, secrets }: CheckOptions): Checked {
  const { address } = archive.site
  const files = listFiles(folder)
  const sessions = sessionsOf(archive)
  const found = files.map((file) => checkFile(file, readFileSync(join(folder, file)), { sessions, secrets }))
  const references = found.flatMap((one) => one.references)
  const ids = new Map(found.flatMap(({ file, ids }) => (ids ? [[file, ids]] : [])))
  const site = { address, form: archive.site.takePart?.form, files: new Set(files), ids }
  const faults = [
    ...found.flatMap((one) => one.faults),
    ...references.flatMap((reference) => findLinkFault(reference, site) ?? []),
    ...references.flatMap((reference) => findDraftFault(reference, sessions, address) ?? []),
    ...sessions.pages.filter((page) => !site.files.has(page) && sessions.find(page)?.hasPage).map(missing),
    ...sessions.posts.flatMap((post) => findPostFault(post, sessions.find(post), site.files.has(post)) ?? []),
  ]
  return { pages: ids.size, faults: faults.toSorted(byPlace) }
}

/** Files below a folder, with `/`, in code-point order; [] where there is none. */
export function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
      .map((file) => file.replaceAll('\\', '/'))
      .sort(compareCodePoints)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

type CheckedFile = {
  readonly file: string
  readonly faults: readonly Fault[]
  readonly references: readonly FileReference[]
  /** Undefined where the file is no page. */
  readonly ids?: ReadPage['ids']
}

type Known = { readonly sessions: Sessions; readonly secrets: readonly Secret[] }

function checkFile(file: string, data: Buffer, { sessions, secrets }: Known): CheckedFile {
  const secret = secretFaults(file, data, secrets)
  if (file.endsWith('.html')) {
    const text = data.toString()
    const page = readPage(text)
    const faults = [
      ...secret,
      ...pageFaults(file, text, page),
      ...transcriptFaults({ file, page, text }, sessions),
    ]
    return { file, faults, references: referencesToCheck(file, page), ids: page.ids }
  }
  if (file.endsWith('.xml')) {
    const { faults, references } = readXml(file, data.toString())
    return { file, faults: [...secret, ...faults], references }
  }
  return { file, faults: [...secret, ...otherFaults(file, data, sessions)], references: [] }
}

/** What somebody said may link to anywhere: of what is clicked only our own links count. */
function referencesToCheck(file: string, { references }: ReadPage): FileReference[] {
  return references
    .filter(({ kind, url }) => kind !== 'link' || !isAbsolute(url))
    .map((reference) => ({ ...reference, file }))
}

type Read = { readonly file: string; readonly page: ReadPage; readonly text: string }

function transcriptFaults({ file, page, text }: Read, sessions: Sessions): Fault[] {
  const session = sessions.find(file)
  return session
    ? [...leftOutFaults(file, page, session), ...wordFaults(file, { words: page.words, text }, session)]
    : []
}

function otherFaults(file: string, data: Buffer, sessions: Sessions): Fault[] {
  const session = sessions.find(file)
  if (!session) return []
  if (file.endsWith('.txt')) {
    const text = data.toString()
    return wordFaults(file, { words: oneSpace(text), text }, session)
  }
  if (!file.includes('/media/') || session.pictures.has(file)) return []
  return [{ file, line: 1, says: 'no page shows this picture any more: run npm run build' }]
}

/** A feed and the list of pages name no transcript that nobody has read over. */
function findDraftFault(
  { file, line, url }: FileReference,
  sessions: Sessions,
  address: string | undefined,
): Fault | undefined {
  if (!file.endsWith('.xml')) return undefined
  const target = targetOf(url, file, address)
  if (target.kind !== 'inside' || sessions.find(target.file)?.checked !== false) return undefined
  return { file, line, says: `${target.file} is named here, and nobody has read it over: run npm run build` }
}

/** The blog has every transcript that its host has read over, and no other. */
function findPostFault(file: string, leftOut: LeftOut | undefined, isThere: boolean): Fault | undefined {
  const isDue = leftOut?.checked === true && leftOut.hasPage
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
