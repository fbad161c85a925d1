import { join } from 'node:path'
import { Eleventy } from '@11ty/eleventy'
import { siteConfig } from '../../eleventy.config.ts'
import type { Archive } from '../model/archive.ts'
import { copyMedia } from './copy-media.ts'
import { siteNotices } from './notices.ts'
import { removeOthers } from './remove-others.ts'
import { makeSearch } from './search/make-search.ts'
import { type SiteInput, siteInput } from './site-input.ts'

export type BuildOptions = {
  readonly archive: Archive
  /** Folder of the site; what else stands in it is removed. */
  readonly output: string
  /** Where pictures are taken from: the folder that the chats' folders stand in. */
  readonly content: string
}

export type Built = {
  /** Files of the site, relative to its folder, `lgovsm/2010-12-17/index.html`. */
  readonly files: readonly string[]
  readonly sessions: number
  /** What a host may want to know, as sentences. */
  readonly notices: readonly string[]
}

/**
 * Makes the whole site in a folder, and removes what stood there and is no part of it any more.
 * Reads through the archive only, asks no clock and no network.
 */
export async function buildSite({ archive, output, content }: BuildOptions): Promise<Built> {
  const input = siteInput(archive)
  const pages = await runEleventy(input, output)
  await copyMedia(content, output, input.media)
  const files = [...pages, ...input.media, ...(await makeSearch(input, output))]
  await removeOthers(output, files)
  return { files, sessions: input.sessions.length, notices: siteNotices(archive.site) }
}

/** Where the command runs does not matter. */
const templates = join(import.meta.dirname, '../../templates')

async function runEleventy(input: SiteInput, output: string): Promise<string[]> {
  const eleventy = new Eleventy(templates, output, {
    configPath: false,
    quietMode: true,
    config: siteConfig(input),
  })
  eleventy.disableLogger()
  const [, written] = await eleventy.write().catch((error: unknown) => {
    throw unwrapped(error)
  })
  return written.map(({ url }) => (url.endsWith('/') ? `${url}index.html` : url).slice(1))
}

/** Eleventy wraps what a template threw; the innermost error is the one to show. */
function unwrapped(error: unknown): unknown {
  if (!(error instanceof Error) || !('originalError' in error)) return error
  return error.originalError === undefined ? error : unwrapped(error.originalError)
}
