import { oneLine } from '../terminal/safe-text.ts'

export type NamedText = {
  /** '' where none was given. */
  readonly name: string
  readonly text: string
}

/** How the ways in ask for a name. */
const label = /^[\s>*_]*(?:name to show|enw i['’]w ddangos)(?:\s*\([^)]*\))?[\s*_]{0,5}:[*_ \t]*(.*)$/iu
/** Letters of a name. */
const mostLetters = 80

/**
 * The name that the first such line gives, and the text without any of them. Where two lines give different names
 * the first counts, since below it stands what was quoted.
 */
export function takeName(text: string): NamedText {
  const lines = text.split(/\r?\n/)
  const names = lines.flatMap((line) => label.exec(line)?.[1] ?? [])
  const rest = lines.filter((line) => !label.test(line))
  return { name: cleanName(names[0] ?? ''), text: tidy(rest.join('\n')) }
}

/** One line, and nothing that is no name: `*Ann*`, `(optional)`, `-`. */
export function cleanName(text: string): string {
  const name = oneLine(text).replace(/^[*_"“'<[(\s]+|[*_"”'>\])\s]+$/g, '')
  if (
    !/[\p{L}\p{N}]/u.test(name) ||
    /^(?:optional|none|anonymous|anon|no name|n\/a|dienw|ddim|dim)\.?$/i.test(name)
  )
    return ''
  return [...name].slice(0, mostLetters).join('')
}

/** No spaces at the ends of lines, no more than one empty line, none around. */
export function tidy(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '')
}
