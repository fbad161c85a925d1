import type { EleventyConfig } from '@11ty/eleventy'
import { openArchive } from './scripts/content/archive.ts'
import { copyMedia } from './scripts/site/copy-media.ts'
import { makeSearch } from './scripts/site/search/make-search.ts'
import { type SiteInput, siteInput } from './scripts/site/site-input.ts'
import { blogItems } from './templates/parts/blog/blog-items.ts'
import { formItems } from './templates/parts/form-items.ts'
import { letterParts } from './templates/parts/letter-parts.ts'
import { sitemapPaths } from './templates/parts/sitemap-paths.ts'
import { yearParts } from './templates/parts/year-parts.ts'

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
    config.addGlobalData('texts', archive.site.textFiles ? sessions : [])
    config.addGlobalData('feeds', archive.site.address === undefined ? [] : archive.chats)
    for (const [name, items] of Object.entries(formItems(archive))) config.addGlobalData(name, items)
    config.addGlobalData('sitemaps', archive.site.address === undefined ? [] : [sitemapPaths(archive)])
    config.addGlobalData('yearParts', archive.chats.flatMap(yearParts))
    config.addGlobalData('letterParts', archive.chats.flatMap(letterParts))
    for (const [name, items] of Object.entries(blogItems(archive, sessions)))
      config.addGlobalData(name, items)
    config.addGlobalData(
      'people',
      archive.chats.flatMap((chat) => chat.people.map((person) => ({ chat, person }))),
    )
  }
}

/** For Eleventy's own command; `npm run build` also removes from dist/ what is gone. */
export default function configure(config: EleventyConfig): { dir: { input: string; output: string } } {
  const input = siteInput(openArchive('.'))
  siteConfig(input)(config)
  config.on('eleventy.after', async () => {
    await copyMedia('content', 'dist', input.media)
    await makeSearch(input, 'dist')
  })
  return { dir: { input: 'templates', output: 'dist' } }
}
