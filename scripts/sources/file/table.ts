import { parse } from 'csv-parse/sync'
import { Problem } from '../../model/problem.ts'

/** A row of a table; `line` is where it begins in the file, from 1. */
export type Row = { readonly cells: readonly string[]; readonly line: number }

const separators = [',', ';', '\t'] as const

/**
 * The rows of a CSV or TSV file, header first, blank rows left out. The separator is the one that finds most
 * known columns in the header.
 */
export function parseTable(
  text: string,
  file: string,
  knownColumns: (header: readonly string[]) => number,
): Row[] {
  const [firstLine = ''] = text.trimStart().split(/\r\n|\r|\n/, 1)
  const known = (separator: string) => knownColumns(firstLine.split(separator))
  const separator = separators.reduce((best, other) => (known(other) > known(best) ? other : best))
  const strict = tryRows(text, separator, '"')
  if ('rows' in strict) return strict.rows
  // What Sheets saves with tabs has no quotes around its cells, so any quote is the author's.
  const bare = separator === '\t' ? tryRows(text, separator, null) : strict
  if ('rows' in bare) return bare.rows
  throw new Problem(
    `${file}:${strict.line}: ${faults[strict.code] ?? 'this is no row of a table: export the file again'}`,
  )
}

const faults: Readonly<Partial<Record<string, string>>> = {
  CSV_QUOTE_NOT_CLOSED:
    'a quote is opened and never closed: the file is cut off, or a quote in a text is not doubled',
  CSV_INVALID_CLOSING_QUOTE: 'a quote within a text must be doubled: write "" for each',
  INVALID_OPENING_QUOTE: 'a text with quotes in it must stand in quotes itself, and each of them doubled',
}

type Fault = { readonly code: string; readonly line: number }

function tryRows(text: string, delimiter: string, quote: '"' | null): { readonly rows: Row[] } | Fault {
  const rows: Row[] = []
  const bytes = Buffer.from(text)
  let done = 0
  let line = 1
  // The parser counts a line break of Windows within a text twice, so lines are counted here.
  const take = (cells: string[], info: { readonly bytes: number }) => {
    const span = bytes.toString('utf8', done, info.bytes)
    const blank = countBreaks(/^[\r\n]*/.exec(span)?.[0] ?? '')
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ cells, line: line + blank })
    line += countBreaks(span)
    done = info.bytes
    return null
  }
  try {
    parse(bytes, { delimiter, quote, relax_column_count: true, skip_empty_lines: true, on_record: take })
    return { rows }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return { code: String(error.code), line }
  }
}

function countBreaks(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0
}
