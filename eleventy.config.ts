import type { EleventyConfig } from '@11ty/eleventy'
import { openArchive } from './scripts/content/archive.ts'
import { copyMedia } from './scripts/site/copy-media.ts'
import { findFiles } from './scripts/site/found-files.ts'
import { openOutputs } from './scripts/site/outputs.ts'
import { loadTemplate } from './scripts/site/page-templates.ts'
import { makeSearch } from './scripts/site/search/make-search.ts'
import { type SiteInput, siteInput } from './scripts/site/site-input.ts'
import { blogItems } from './templates/parts/blog/blog-items.ts'
import { formItems } from './templates/parts/form-items.ts'
import { letterParts } from './templates/parts/letter-parts.ts'
import { sitemapPaths } from './templates/parts/sitemap-paths.ts'
import { yearParts } from './templates/parts/year-parts.ts'

/** What templates are given, by the names they ask for: the archive, and of each kind of page what it is made of. */
export function siteLists({ archive, sessions }: SiteInput): Readonly<Record<string, unknown>> {
  const { site, chats } = archive
  return {
    archive,
    pages: archive.pages,
    sessions,
    texts: site.textFiles ? sessions : [],
    calendars: chats,
    feeds: site.address === undefined ? [] : chats,
    ...formItems(archive),
    sitemaps: site.address === undefined ? [] : [sitemapPaths(archive)],
    yearParts: chats.flatMap(yearParts),
    letterParts: chats.flatMap(letterParts),
    people: chats.flatMap((chat) => chat.people.map((person) => ({ chat, person }))),
    ...blogItems(archive, sessions),
  }
}

/**
 * The site on one screen. In: the templates of `templates/`, one file a kind of page, less those left out, and the
 * lists above. Out: a folder a page, as their permalinks say. Only code templates are taken: the text of posts never
 * goes through Liquid, Nunjucks or Eleventy's own markdown, which would run what they say.
 */
export function siteConfig(lists: Readonly<Record<string, unknown>>, leftOut: readonly string[] = []) {
  return (config: EleventyConfig): void => {
    // Eleventy's own engine would load every template anew in each run.
    config.addExtension('11ty.ts', {
      read: false,
      getData: ['data'],
      getInstanceFromInputPath: loadTemplate,
      compile: async (_, inputPath) => (await loadTemplate(inputPath)).render,
      compileOptions: { cache: false },
    })
    config.setTemplateFormats('11ty.ts')
    config.addPreprocessor('left out', '*', ({ page }) => {
      return leftOut.some((name) => page.inputPath.endsWith(`/${name}`)) ? false : undefined
    })
    for (const [name, value] of Object.entries(lists)) config.addGlobalData(name, value)
  }
}

/**
 * For a build by Eleventy's own command. `npm run build` also removes from dist/ what is gone, and `npm run dev`
 * follows edits, which Eleventy's `--serve` does not here.
 */
export default function configure(config: EleventyConfig): { dir: { input: string; output: string } } {
  const input = siteInput(openArchive('.'))
  siteConfig(siteLists(input))(config)
  config.on('eleventy.after', async () => {
    const outputs = openOutputs('dist', findFiles('dist'), {})
    copyMedia({ content: 'content', files: input.media, idOf: () => '' }, outputs)
    await makeSearch(input, outputs, '')
  })
  return { dir: { input: 'templates', output: 'dist' } }
}
