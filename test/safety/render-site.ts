import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { siteLists } from '../../eleventy.config.ts'
import type { Archive } from '../../scripts/model/archive.ts'
import { siteInput } from '../../scripts/site/site-input.ts'

/** A file of a site, and which template it is made by, for which item: `session.11ty.ts 3`. */
export type Made = { readonly from: string; readonly file: string; readonly text: string }

type Template = {
  readonly data: {
    /** false where no file is to be made. */
    readonly permalink: string | ((data: Data) => string | false)
    readonly pagination?: { readonly data: string; readonly size: number; readonly alias: string }
  }
  readonly render: (data: Data) => string
}
type Data = Readonly<Record<string, unknown>>

const folder = join(import.meta.dirname, '../../templates')
export const templateNames = readdirSync(folder)
  .filter((name) => name.endsWith('.11ty.ts'))
  .sort()
const templates = new Map<string, Template>()
for (const name of templateNames) templates.set(name, await import(pathToFileURL(join(folder, name)).href))

/** Every file that Eleventy would write, by the same templates and data, without Eleventy; `only` some templates. */
export function renderSite(archive: Archive, only: readonly string[] = templateNames): Made[] {
  const globals = globalsOf(archive)
  return [...templates]
    .filter(([name]) => only.includes(name))
    .flatMap(([name, template]) => {
      const { pagination } = template.data
      if (!pagination) return make(`${name} 0`, template, globals)
      const items = findList(globals, pagination.data)
      return items.flatMap((item, index) =>
        make(`${name} ${index}`, template, { ...globals, [pagination.alias]: item }),
      )
    })
}

/** A list by its path, `archive.chats`. */
function findList(globals: Data, path: string): readonly unknown[] {
  const found = path.split('.').reduce<unknown>((value, key) => Object(value)[key], globals)
  if (!Array.isArray(found)) throw new Error(`there is no list "${path}" in the site's data`)
  return found
}

function make(from: string, { data, render }: Template, values: Data): Made[] {
  const permalink = typeof data.permalink === 'function' ? data.permalink(values) : data.permalink
  return permalink === false ? [] : [{ from, file: permalink.replace(/^\//, ''), text: render(values) }]
}

/** What the site's configuration hands to every template. */
function globalsOf(archive: Archive): Data {
  return siteLists(siteInput(archive))
}
