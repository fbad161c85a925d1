import { Problem } from '../model/problem.ts'

/** A file cut into lines, or a stretch of one, with what errors need. */
export type Source = {
  readonly name: string
  readonly lines: readonly string[]
  /** Line of the file, counted from 0, that `lines` begins with. */
  readonly first: number
}

/** CRLF and a byte order mark are read as if they were not there. */
export function toSource(name: string, text: string): Source {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text
  return { name, lines: body.split(body.includes('\r') ? /\r\n|\n|\r/ : '\n'), first: 0 }
}

/** `content/lgovsm/2010-12-17/q2.md:41: …`; `line` counts from 0 within the source. */
export function problemAt(source: Source, line: number, message: string): Problem {
  return new Problem(`${source.name}:${source.first + line + 1}: ${message}`)
}

/** The lines from `from` to `to`, without blank ones at either end, as one text. */
export function joinTrimmed(lines: readonly string[]): string {
  let from = 0
  let to = lines.length
  while (from < to && isBlank(lines[from])) from++
  while (to > from && isBlank(lines[to - 1])) to--
  return lines.slice(from, to).join('\n')
}

export function isBlank(line: string | undefined): boolean {
  return line === undefined || line === '' || /^[ \t]*$/.test(line)
}
