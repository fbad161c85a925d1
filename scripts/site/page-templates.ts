import { readdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Data as a template is given it: the site's lists, and the item of its page by the name it asks for. */
export type PageData = Readonly<Record<string, unknown>>

/** A kind of page: one file of templates/, as Eleventy takes it. */
export type PageTemplate = {
  /** `session.11ty.ts` */
  readonly name: string
  readonly data: {
    /** From the site's root; false where no file is to be made. */
    readonly permalink: string | false | ((data: PageData) => string | false)
    readonly pagination?: { readonly data: string; readonly size: number; readonly alias: string }
  }
  /**
   * All that a page is made from besides what every page is, as JSON: where it is the same, so is the page. A
   * template without it is rendered in every build that renders anything.
   */
  readonly madeFrom?: (data: PageData) => unknown
  readonly render: (data: PageData) => string
}

/** Where the command runs does not matter. */
export const templateFolder = join(import.meta.dirname, '../../templates')

export async function loadTemplates(): Promise<PageTemplate[]> {
  const names = readdirSync(templateFolder).filter((name) => name.endsWith('.11ty.ts'))
  return Promise.all(names.sort().map((name) => loadTemplate(join(templateFolder, name))))
}

/** Loaded once, however often Eleventy runs; it asks for each page. */
export function loadTemplate(path: string): Promise<PageTemplate> {
  const file = resolve(path)
  const template = loaded.get(file) ?? importTemplate(file)
  loaded.set(file, template)
  return template
}

const loaded = new Map<string, Promise<PageTemplate>>()

async function importTemplate(file: string): Promise<PageTemplate> {
  const { data, madeFrom, render } = await import(pathToFileURL(file).href)
  return { name: basename(file), data, madeFrom, render }
}
