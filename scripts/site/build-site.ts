import { mkdirSync } from 'node:fs'
import { siteLists } from '../../eleventy.config.ts'
import type { SessionData } from '../../templates/parts/site-data.ts'
import type { Archive } from '../model/archive.ts'
import { copyMedia } from './copy-media.ts'
import { cutParts } from './cut-parts.ts'
import { digestOf } from './digest.ts'
import { type Found, findFiles, removeOthers } from './found-files.ts'
import type { KnownSessions } from './known-sessions.ts'
import type { Output } from './manifest.ts'
import { siteNotices } from './notices.ts'
import { holdsOf, type Outputs, openOutputs } from './outputs.ts'
import { loadTemplates } from './page-templates.ts'
import { type PlannedPage, planPages } from './plan-pages.ts'
import { runEleventy } from './run-eleventy.ts'
import { makeSearch } from './search/make-search.ts'
import { type SiteInput, siteInput } from './site-input.ts'

export type BuildOptions = {
  readonly archive: Archive
  /** Folder of the site; what else stands in it is removed. */
  readonly output: string
  /** Where pictures are taken from: the folder that the chats' folders stand in. */
  readonly content: string
  /** What is known already; without it everything is made anew. */
  readonly earlier?: EarlierBuild
}

export type EarlierBuild = {
  /** Of the code and all it stands on. */
  readonly key: string
  readonly sessions: KnownSessions
  readonly outputs: Readonly<Record<string, Output>>
  /** What stands in the site's folder. */
  readonly found: Found
  /** Of what the folder of a session holds, `lgovsm/2010-12-17`, and of what a file of content/ does. */
  readonly folderId: (session: string) => string
  readonly fileId: (file: string) => string
  /** Whether nothing in the folder of a session was written to since these were found. */
  readonly isSteady: (session: string) => boolean
}

export type Built = {
  /** Files of the site, relative to its folder, `lgovsm/2010-12-17/index.html`. */
  readonly files: readonly string[]
  readonly sessions: number
  /** How many pages were rendered. */
  readonly rendered: number
  /** What a host may want to know, as sentences. */
  readonly notices: readonly string[]
  /** Whether nothing that was read changed meanwhile. */
  readonly isSteady: boolean
  /** For the next build. */
  readonly known: KnownSessions
  readonly outputs: Readonly<Record<string, Output>>
}

/**
 * Makes the site in a folder, and removes what stood there and is no part of it any more. What an earlier build made
 * from just the same stays as it is. Reads through the archive only, asks no clock and no network.
 */
export async function buildSite({ archive, output, content, earlier }: BuildOptions): Promise<Built> {
  const input = siteInput(archive, earlier && { sessions: earlier.sessions, idOf: earlier.folderId })
  const found = earlier?.found ?? findFiles(output)
  const outputs = openOutputs(output, found, earlier?.outputs ?? {})
  const shared = sharedOf(input, earlier?.key)
  mkdirSync(output, { recursive: true })
  const { pages, rendered } = await makePages(input, { output, outputs, shared })
  copyMedia({ content, files: input.media, idOf: earlier?.fileId ?? (() => '') }, outputs)
  await makeSearch(input, outputs, shared)
  const made = outputs.all()
  removeOthers(output, found, new Set(Object.keys(made)))
  const unsteady = new Set(input.wereRead().filter((name) => earlier && !earlier.isSteady(name)))
  return {
    files: Object.keys(made),
    sessions: input.sessions.length,
    rendered,
    notices: siteNotices(archive.site),
    isSteady: unsteady.size === 0,
    known: unsteady.size === 0 ? input.known : withoutIds(input.known, unsteady),
    outputs: unsteady.size === 0 ? made : withoutOrigin(made, pages, unsteady),
  }
}

type Making = { readonly output: string; readonly outputs: Outputs; readonly shared: string }
type Pages = {
  /** All of the site. */
  readonly pages: readonly PlannedPage[]
  /** How many of them were rendered. */
  readonly rendered: number
}

/** Renders what is not there yet, part by part. */
async function makePages(input: SiteInput, { output, outputs, shared }: Making): Promise<Pages> {
  const templates = await loadTemplates()
  const lists = siteLists(input)
  const pages = planPages({ templates, lists, shared })
  const missing = pages.filter(({ file, from }) => !outputs.keep(file, from))
  const wanted = withSameItem(pages, missing)
  for (const part of cutParts(wanted)) {
    for (const { page, content } of await runEleventy(part, { templates, lists, output }))
      outputs.note(page.file, holdsOf(content), page.from)
    input.forget()
  }
  return { pages, rendered: wanted.length }
}

/** Templates that go through the same list are given the same items. */
function withSameItem(pages: readonly PlannedPage[], wanted: readonly PlannedPage[]): PlannedPage[] {
  const items = new Set(wanted.map(({ item }) => item))
  const files = new Set(wanted.map(({ file }) => file))
  return pages.filter(({ file, item }) => files.has(file) || (item !== undefined && items.has(item)))
}

/** What every page is made from: the program, the settings, the style, and the pages in its foot. */
function sharedOf({ archive }: SiteInput, key = ''): string {
  const { site, style, pages, chats } = archive
  const names = chats.map(({ chat }) => [chat.name, chat.title, chat.hashtags])
  return digestOf([key, site, style, pages.map(({ slug, title }) => [slug, title]), names])
}

/** Sessions that were edited while they were read are read again by the next build. */
function withoutIds(known: KnownSessions, unsteady: ReadonlySet<string>): KnownSessions {
  const all = Object.entries(known)
  return Object.fromEntries(all.map(([name, one]) => [name, unsteady.has(name) ? { ...one, id: '' } : one]))
}

function withoutOrigin(
  made: Readonly<Record<string, Output>>,
  pages: readonly PlannedPage[],
  unsteady: ReadonlySet<string>,
): Readonly<Record<string, Output>> {
  const files = new Set(
    pages.filter(({ session }) => session && unsteady.has(nameOf(session))).map(({ file }) => file),
  )
  const isDoubtful = (file: string) => files.has(file) || file.startsWith('search/')
  const all = Object.entries(made)
  return Object.fromEntries(
    all.map(([file, output]) => [file, isDoubtful(file) ? { ...output, from: '' } : output]),
  )
}

function nameOf({ chat, summary }: SessionData): string {
  return `${chat.chat.name}/${summary.date}`
}
