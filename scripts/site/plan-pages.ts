import type { SessionData } from '../../templates/parts/site-data.ts'
import { digestOf } from './digest.ts'
import type { PageData, PageTemplate } from './page-templates.ts'

/** A file that a template makes. */
export type PlannedPage = {
  readonly template: string
  /** Relative to the site's folder. */
  readonly file: string
  /** Of the list its template goes through; undefined for a template that makes one page. */
  readonly item: unknown
  /** The session whose text it shows. */
  readonly session: SessionData | undefined
  /** Of all that it is made from; '' where nobody can say. */
  readonly from: string
}

type Plan = {
  readonly templates: readonly PageTemplate[]
  /** By the names that templates ask for. */
  readonly lists: PageData
  /** Of what every page is made from. */
  readonly shared: string
}

/** Every file that Eleventy will be asked for, without rendering any. */
export function planPages({ templates, lists, shared }: Plan): PlannedPage[] {
  const files = new Map<string, string>()
  return templates.flatMap((template) =>
    itemsOf(template, lists).flatMap((item): PlannedPage[] => {
      const { name, data, madeFrom } = template
      const values = data.pagination ? { ...lists, [data.pagination.alias]: item } : lists
      const permalink = typeof data.permalink === 'function' ? data.permalink(values) : data.permalink
      if (permalink === false) return []
      const file = permalink.replace(/^\//, '')
      const other = files.get(file)
      if (other !== undefined) throw new Error(`${other} and ${name} both make ${file}`)
      files.set(file, name)
      const session = sessionOf(item)
      const isSaid = madeFrom !== undefined && session?.id !== ''
      const from = isSaid ? digestOf([shared, name, file, madeFrom(values)]) : ''
      return [{ template: name, file, item, session, from }]
    }),
  )
}

function itemsOf({ name, data: { pagination } }: PageTemplate, lists: PageData): readonly unknown[] {
  if (!pagination) return [undefined]
  const found = lists[pagination.data]
  if (!Array.isArray(found))
    throw new Error(`${name}: there is no list "${pagination.data}" in the site's data`)
  if (pagination.size !== 1) throw new Error(`${name}: pages are made of one item each: cut the list before`)
  return found
}

/** An item that is a session, or has one as its own `item`. */
function sessionOf(item: unknown): SessionData | undefined {
  if (isSession(item)) return item
  const inner: unknown = Object(item).item
  return isSession(inner) ? inner : undefined
}

function isSession(item: unknown): item is SessionData {
  return typeof Object(item).read === 'function'
}
