import { Eleventy } from '@11ty/eleventy'
import { siteConfig } from '../../eleventy.config.ts'
import { type PageData, type PageTemplate, templateFolder } from './page-templates.ts'
import type { PlannedPage } from './plan-pages.ts'

type Run = {
  readonly templates: readonly PageTemplate[]
  readonly lists: PageData
  readonly output: string
}

export type Rendered = { readonly page: PlannedPage; readonly content: string }

/** Has Eleventy make these pages and no others. Throws what a template threw. */
export async function runEleventy(pages: readonly PlannedPage[], run: Run): Promise<Rendered[]> {
  const { templates, output } = run
  const wanted = new Set(pages.map(({ template }) => template))
  const leftOut = templates.map(({ name }) => name).filter((name) => !wanted.has(name))
  const eleventy = new Eleventy(templateFolder, output, {
    configPath: false,
    quietMode: true,
    config: siteConfig(onlyItems(pages, run), leftOut),
  })
  eleventy.disableLogger()
  const [, written] = await eleventy.write().catch((error: unknown) => {
    throw unwrapped(error)
  })
  const byFile = new Map(pages.map((page) => [page.file, page]))
  return written.map(({ url, content }) => {
    const file = (url.endsWith('/') ? `${url}index.html` : url).slice(1)
    const page = byFile.get(file)
    if (!page) throw new Error(`${file} was made, but not planned`)
    return { page, content }
  })
}

/** The lists that templates go through, cut down to the items of these pages. */
function onlyItems(pages: readonly PlannedPage[], { templates, lists }: Run): PageData {
  const items = new Set(pages.map(({ item }) => item))
  const names = templates.flatMap(({ data }) => data.pagination?.data ?? [])
  const cut = names.map((name) => [name, listAt(lists, name).filter((item) => items.has(item))] as const)
  return { ...lists, ...Object.fromEntries(cut) }
}

function listAt(lists: PageData, name: string): readonly unknown[] {
  const found = lists[name]
  return Array.isArray(found) ? found : []
}

/** Eleventy wraps what a template threw; the innermost error is the one to show. */
function unwrapped(error: unknown): unknown {
  if (!(error instanceof Error) || !('originalError' in error)) return error
  return error.originalError === undefined ? error : unwrapped(error.originalError)
}
