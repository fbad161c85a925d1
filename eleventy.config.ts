import type { EleventyConfig } from '@11ty/eleventy'
import { letterParts } from './templates/parts/letter-parts.ts'
import type { SessionData, SiteData } from './templates/parts/site-data.ts'
import { yearParts } from './templates/parts/year-parts.ts'

/** What goes in: the archive, and those of its sessions whose pages are to be made. */
export type SiteInput = { readonly archive: SiteData; readonly sessions: readonly SessionData[] }

/**
 * The site on one screen. In: the templates of `templates/`, one file a kind of page, and the data below.
 * Out: a folder a page, as their permalinks say. Only code templates are taken: the text of posts never goes
 * through Liquid, Nunjucks or Eleventy's own markdown, which would run what they say.
 */
export function siteConfig({ archive, sessions }: SiteInput) {
  return (config: EleventyConfig): void => {
    config.addExtension('11ty.ts', { key: '11ty.js' })
    config.addTemplateFormats('11ty.ts')

    config.addGlobalData('archive', archive)
    config.addGlobalData('pages', archive.pages)
    config.addGlobalData('sessions', sessions)
    config.addGlobalData('yearParts', archive.chats.flatMap(yearParts))
    config.addGlobalData('letterParts', archive.chats.flatMap(letterParts))
    config.addGlobalData(
      'people',
      archive.chats.flatMap((chat) => chat.people.map((person) => ({ chat, person }))),
    )
  }
}
