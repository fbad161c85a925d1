import type { Entities, Span, UrlEntity } from './wire.ts'

/** A web address as X wraps it: what stands in the text, and where it leads. */
export type Wrapped = Omit<UrlEntity, 'start' | 'end'>

export type Marked = { readonly text: string; readonly entities: Entities | undefined }

type Marking = {
  /** What stands in the text for a web address. */
  readonly wrap: (target: string) => Wrapped
  readonly userId: (handle: string) => string | undefined
  /** Put after the text, each after a space; several pictures of a post share one address. */
  readonly trailing: readonly Wrapped[]
}

const pattern =
  /(?<url>https?:\/\/[^\s<>"]*[^\s<>".,;:!?')\]])|(?<![\p{L}\p{N}_&/])[#＃](?<tag>[\p{N}_]*[\p{L}\p{M}][\p{L}\p{M}\p{N}_]*)|(?<![\p{L}\p{N}_!#$%&*])[@＠](?<name>[A-Za-z0-9_]{1,15})(?![A-Za-z0-9_@])/gu

/** Plain text as X delivers it: addresses shortened, `& < >` escaped, entities by code points of the result. */
export function mark(plain: string, marking: Marking): Marked {
  const urls: UrlEntity[] = []
  const hashtags: (Span & { tag: string })[] = []
  const mentions: (Span & { username: string; id?: string })[] = []
  let text = ''
  let length = 0
  const add = (piece: string): Span => {
    const start = length
    text += piece
    length += [...piece].length
    return { start, end: length }
  }

  let from = 0
  for (const match of plain.matchAll(pattern)) {
    const { url, tag, name } = match.groups ?? {}
    add(escapeText(plain.slice(from, match.index)))
    from = match.index + match[0].length
    if (url !== undefined) {
      const wrapped = marking.wrap(url)
      urls.push({ ...add(wrapped.url), ...wrapped })
    }
    if (tag !== undefined) hashtags.push({ ...add(match[0]), tag })
    if (name !== undefined) {
      const id = marking.userId(name)
      mentions.push({ ...add(match[0]), username: name, ...(id === undefined ? {} : { id }) })
    }
  }
  add(escapeText(plain.slice(from)))
  for (const wrapped of marking.trailing) {
    const last = urls.at(-1)
    if (last?.url === wrapped.url && last.end === length) {
      urls.push({ start: last.start, end: last.end, ...wrapped })
      continue
    }
    if (length > 0) add(' ')
    urls.push({ ...add(wrapped.url), ...wrapped })
  }
  return { text, entities: present({ urls, hashtags, mentions }) }
}

/** X escapes these three and no others. */
export function escapeText(plain: string): string {
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** X leaves out what is empty. */
function present(all: Required<Entities>): Entities | undefined {
  const filled = Object.entries(all).filter(([, list]) => list.length > 0)
  return filled.length > 0 ? (Object.fromEntries(filled) as Entities) : undefined
}
