import { type DefaultTreeAdapterTypes, parse } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** What a browser would find on a page, as far as it matters to whether it may be public. */
export type ReadPage = {
  /** Id → line, counted from 1. */
  readonly ids: ReadonlyMap<string, number>
  readonly references: readonly Reference[]
  readonly scripts: readonly Script[]
  /** Ids of list items that lead to another host or show a picture, the host's notes aside. */
  readonly leading: ReadonlySet<string>
  readonly isHidden: boolean
  /** Its words, in one line. */
  readonly words: string
}

export type Reference = {
  /**
   * `link`: followed by a click. `name`: only names an address, as canonical does. `send`: a form is sent there.
   * `load`: fetched with the page.
   */
  readonly kind: 'link' | 'name' | 'send' | 'load'
  readonly url: string
  /** Counted from 1. */
  readonly line: number
}

/** Code, by element or by attribute. */
export type Script = { readonly what: string; readonly line: number }

export function readPage(text: string): ReadPage {
  const found: Found = { ids: new Map(), references: [], scripts: [], leading: new Set(), words: [] }
  const page = { isHidden: false }
  const walk = (nodes: readonly Node[], around: Around) => {
    for (const node of nodes) {
      if (node.nodeName === '#text' && 'value' in node && !around.isCode) found.words.push(node.value)
      if (!('tagName' in node)) continue
      if (isNoIndex(node)) page.isHidden = true
      const inside = note(node, around, found)
      walk(node.childNodes, inside)
      if ('content' in node) walk(node.content.childNodes, inside)
    }
  }
  walk(parse(text, { sourceCodeLocationInfo: true }).childNodes, {
    item: undefined,
    isNote: false,
    isCode: false,
  })
  return { ...found, ...page, words: oneSpace(found.words.join(' ')) }
}

export function oneSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

type Found = {
  readonly ids: Map<string, number>
  readonly references: Reference[]
  readonly scripts: Script[]
  readonly leading: Set<string>
  readonly words: string[]
}

/** What an element stands in. */
type Around = { readonly item: string | undefined; readonly isNote: boolean; readonly isCode: boolean }

/** Notes what an element has, and returns what its children stand in. */
function note(element: Element, around: Around, found: Found): Around {
  const { tagName } = element
  const line = element.sourceCodeLocation?.startLine ?? 1
  const id = attributeOf(element, 'id')
  const isNote = around.isNote || attributeOf(element, 'role') === 'note'
  const item = tagName === 'li' && id !== undefined ? id : around.item
  if (id !== undefined && !found.ids.has(id)) found.ids.set(id, line)
  if (tagName === 'script') found.scripts.push({ what: '<script>', line })
  for (const { name } of element.attrs) {
    if (/^on/i.test(name)) found.scripts.push({ what: `the attribute ${name}`, line })
  }
  for (const { kind, url } of referencesOf(element)) {
    if (/^\s*javascript:/i.test(url)) found.scripts.push({ what: 'a javascript: address', line })
    found.references.push({ kind, url, line })
    const leads = tagName === 'img' || /^https?:/i.test(url)
    if (leads && item !== undefined && !isNote) found.leading.add(item)
  }
  return { item, isNote, isCode: tagName === 'script' || tagName === 'style' }
}

type Named = Omit<Reference, 'line'>

/** Attributes whose address is fetched with the page, whatever the element. */
const loading = new Set('src srcset poster background data action formaction ping manifest icon'.split(' '))

function referencesOf(element: Element): Named[] {
  const own = element.attrs.flatMap(({ name, value }) => referenceOf(element, name, value))
  if (element.tagName === 'meta') return [...own, ...metaOf(element)]
  if (element.tagName !== 'style') return own
  return element.childNodes.flatMap((node) => ('value' in node ? inStyle(node.value) : []))
}

function referenceOf(element: Element, name: string, value: string): Named[] {
  const { tagName } = element
  if (name === 'style') return inStyle(value)
  if (name === 'srcset') return value.split(',').map((part) => load(part.trim().split(/\s/)[0] ?? ''))
  if (tagName === 'form' && name === 'action') return [{ kind: 'send', url: value }]
  if (loading.has(name)) return value === '' ? [] : [load(value)]
  if (name !== 'href') return []
  if (tagName === 'a' || tagName === 'area') return [{ kind: 'link', url: value }]
  if (tagName === 'link' && namesOnly(attributeOf(element, 'rel'))) return [{ kind: 'name', url: value }]
  return [load(value)]
}

function namesOnly(rel = ''): boolean {
  return /^(canonical|alternate|me|license|author|next|prev)$/i.test(rel.trim())
}

/** Pictures and addresses for those who pass the page on, and pages that lead on by themselves. */
function metaOf(element: Element): Named[] {
  const content = attributeOf(element, 'content') ?? ''
  const property = attributeOf(element, 'property') ?? attributeOf(element, 'name') ?? ''
  if (/^(og|twitter):(image|url)$/i.test(property)) return [{ kind: 'name', url: content }]
  const next =
    /refresh/i.test(attributeOf(element, 'http-equiv') ?? '') && /url\s*=\s*(.*)/i.exec(content)?.[1]
  return next ? [load(next)] : []
}

function inStyle(css: string): Named[] {
  const urls = [...css.matchAll(/url\(\s*["']?([^"')]*)|@import\s+["']([^"']*)/gi)]
  return urls.map(([, url, imported]) => load(url ?? imported ?? ''))
}

function load(url: string): Named {
  return { kind: 'load', url }
}

function isNoIndex(element: Element): boolean {
  if (element.tagName !== 'meta' || attributeOf(element, 'name') !== 'robots') return false
  return /noindex/i.test(attributeOf(element, 'content') ?? '')
}

function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value
}
