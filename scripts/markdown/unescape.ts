import type { Link, Run } from '../model/post.ts'

/** Inverse of escapeInline, escapeTarget and escapeTitle; forgives markdown written by hand. */
export function unescapeInline(source: string): string {
  if (!/[\\&]/.test(source)) return source
  return source.replace(/\\\n|\\([!-/:-@[-`{-~])|&(#?\w{1,10});/g, (whole, mark, name) => {
    if (whole === '\\\n') return '\n'
    if (mark !== undefined) return mark
    return decode(String(name)) ?? whole
  })
}

/** The text of a post: plain runs and links. Anything else that markdown knows is plain text here. */
export function parseRuns(source: string): Run[] {
  if (!source.includes('](')) return source === '' ? [] : [unescapeInline(source)]
  const runs: Run[] = []
  let plain = ''
  let from = 0
  for (const found of source.matchAll(linkPattern)) {
    if (isEscaped(source, found.index)) continue
    plain += unescapeInline(source.slice(from, found.index))
    if (plain !== '') runs.push(plain)
    plain = ''
    runs.push(toLink(found))
    from = found.index + found[0].length
  }
  plain += unescapeInline(source.slice(from))
  if (plain !== '') runs.push(plain)
  return runs
}

/** `[words](<target> "as typed")`; the angle brackets and the title may be missing in text by hand. */
export const linkPattern =
  /\[((?:[^\\\]\n[]|\\.)*)\]\((?:<((?:[^\\<>\n]|\\.)*)>|([^\s<>()]+))(?: +"((?:[^\\"\n]|\\.)*)")?\)/g

function toLink(found: RegExpMatchArray): Link {
  const target = unescapeInline(found[2] ?? found[3] ?? '')
  const url = found[4] === undefined ? target : unescapeInline(found[4])
  return { url, target, display: unescapeInline(found[1] ?? '') }
}

/** Whether an odd number of backslashes stands before this place. */
function isEscaped(source: string, at: number): boolean {
  let i = at - 1
  while (source[i] === '\\') i--
  return (at - i) % 2 === 0
}

const named = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' }))

function decode(name: string): string | undefined {
  if (!name.startsWith('#')) return named.get(name)
  const code = /^#[xX]/.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  if (!Number.isInteger(code) || code < 1 || code > 0x10ffff) return undefined
  if (code >= 0xd800 && code <= 0xdfff) return undefined
  return String.fromCodePoint(code)
}
