/**
 * A theme in Tumblr's own language, filled in: `{Title}` is a variable, `{block:Posts}…{/block:Posts}` is shown once
 * for each of its items, `{color:…}` and `{text:…}` are what the theme's own meta tags set. As on Tumblr, a variable or
 * a block that is not in its own place is looked for in the places around it. Unlike there, what is not balanced, and
 * what no documented name is, is an error.
 */
export function renderTheme(theme: string, page: Scope): string {
  const settings = settingsIn(theme)
  return render(parse(theme), [settings, page])
}

/** Variables by name; blocks by `block:` and name: what stands in it, once for each item, or not at all. */
export type Scope = { readonly [name: string]: string | boolean | readonly Scope[] | Scope }

type Part =
  | string
  | { readonly variable: string }
  | { readonly block: string; readonly parts: readonly Part[] }

/** What starts with a space or a line break is a style's, not Tumblr's. */
const token = /\{(\/?)(block:)?([A-Za-z][A-Za-z0-9-]*(?::[^{}]+)?)((?: [A-Za-z]+="[^"]*")*)\}/g

function parse(theme: string): Part[] {
  const open: { block: string; parts: Part[] }[] = [{ block: '', parts: [] }]
  let from = 0
  const add = (part: Part) => open.at(-1)?.parts.push(part)
  for (const match of theme.matchAll(token)) {
    const [whole, end, block, name = ''] = match
    add(theme.slice(from, match.index))
    from = match.index + whole.length
    if (!block) add({ variable: name })
    else if (!end) open.push({ block: name, parts: [] })
    else {
      const closed = open.pop()
      if (closed?.block !== name || open.length === 0)
        throw new Error(`{/block:${name}} ends {block:${closed?.block}}`)
      add(closed)
    }
  }
  add(theme.slice(from))
  if (open.length > 1) throw new Error(`{block:${open.at(-1)?.block}} does not end`)
  return open[0]?.parts ?? []
}

function render(parts: readonly Part[], scopes: readonly Scope[]): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part
      if ('block' in part) return itemsOf(part.block, scopes).map((own) => render(part.parts, [...scopes, own])).join('') // biome-ignore format: one line
      const value = find(part.variable, scopes)
      if (typeof value !== 'string') throw new Error(`{${part.variable}} has no value here`)
      return value
    })
    .join('')
}

function itemsOf(block: string, scopes: readonly Scope[]): readonly Scope[] {
  const value = find(`block:${block}`, scopes)
  if (value === undefined && !documented.has(block))
    throw new Error(`{block:${block}} is no block of Tumblr's`)
  if (value === undefined || value === false) return []
  if (value === true) return [{}]
  if (typeof value === 'string') throw new Error(`{block:${block}} is a variable`)
  return isList(value) ? value : [value]
}

function isList(value: Scope | readonly Scope[]): value is readonly Scope[] {
  return Array.isArray(value)
}

function find(name: string, scopes: readonly Scope[]): Scope[string] | undefined {
  return scopes.findLast((scope) => Object.hasOwn(scope, name))?.[name]
}

/** `<meta name="color:Links" content="#0b5c6b">`; a text that is not empty opens `{block:IfArchiveAddress}`. */
function settingsIn(theme: string): Scope {
  const found = [...theme.matchAll(/<meta name="(color|text):([^"]+)" content="([^"]*)">/g)]
  return Object.fromEntries(
    found.flatMap(([, kind, name = '', value = '']) => [
      [`${kind}:${name}`, value],
      [`block:If${name.replaceAll(' ', '')}`, value !== ''],
    ]),
  )
}

/** Blocks that Tumblr knows and a page may be without. */
const documented = new Set(
  'Posts Text Photo Photoset Photos Quote Source Link Chat Lines Label Answer Audio AudioEmbed Video Title Caption Description Date NoteCount HasTags Tags Pagination PreviousPage NextPage PermalinkPagination PreviousPost NextPost PermalinkPage IndexPage TagPage SearchPage NoPosts PostSummary AskEnabled SubmissionsEnabled HasPages Pages'.split(
    ' ',
  ),
)
