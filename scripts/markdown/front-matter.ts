import { Document, isMap, parseDocument, Scalar } from 'yaml'
import { problemAt, type Source } from './lines.ts'
import { parseYaml } from './yaml.ts'

/** What stands between the `---` lines, and where the rest begins. */
export type FrontMatter = {
  /** Every value is text, or a list or mapping of it. */
  readonly values: Readonly<Record<string, unknown>>
  /** As it stands in the file, without the `---` lines. */
  readonly yaml: string
  /** First line after it. */
  readonly next: number
}

const none: FrontMatter = { values: {}, yaml: '', next: 0 }

/** A file without front matter has no values. Throws a Problem with file and line where it is torn. */
export function parseFrontMatter(source: Source): FrontMatter {
  if (!/^---[ \t]*$/.test(source.lines[0] ?? '')) return none
  const end = source.lines.findIndex((line, i) => i > 0 && /^---[ \t]*$/.test(line))
  if (end < 0)
    throw problemAt(source, 0, 'the front matter is torn: it begins with "---" and must end with "---"')
  const yaml = source.lines.slice(1, end).join('\n')
  const simple = findSimpleValues(source.lines, end)
  if (simple) return { values: simple, yaml, next: end + 1 }
  const { values } = parseYaml(yaml, (line, says) => problemAt(source, line, says))
  return { values, yaml, next: end + 1 }
}

const simpleLine =
  /^([a-z_]+): (?:([A-Za-z0-9][^\t\ufffd\u0000-\u001f\u007f-\u009f]*)|"([^"\\\ufffd\u0000-\u001f\u007f-\u009f]*)")$/

/** What the program itself writes is read without asking the YAML library; undefined where a line is not as plain. */
function findSimpleValues(lines: readonly string[], end: number): Record<string, string> | undefined {
  const values: Record<string, string> = {}
  for (let line = 1; line < end; line++) {
    const [, key, plain, quoted] = simpleLine.exec(lines[line] ?? '') ?? []
    if (key === undefined || key in values) return undefined
    if (plain !== undefined && /: |:$| #| $/.test(plain)) return undefined
    values[key] = plain ?? quoted ?? ''
  }
  return values
}

/** Where a key stands, for errors; the first line where it is missing. */
export function lineOfKey(source: Source, key: string): number {
  const line = source.lines.findIndex((text) => text.startsWith(`${key}:`))
  return Math.max(line, 0)
}

/** The whole file with these keys set in its front matter; everything else stays as it is. */
export function setFrontMatter(source: Source, values: Readonly<Record<string, unknown>>): string {
  const front = parseFrontMatter(source)
  const yaml = setKeys(front.yaml, values)
  return `---\n${yaml.trimEnd()}\n---\n${source.lines.slice(front.next).join('\n')}`
}

/** Sets keys in YAML text; the host's comments, order and other keys stay. Undefined removes a key. */
export function setKeys(yaml: string, values: Readonly<Record<string, unknown>>): string {
  const read = parseDocument(yaml)
  const document = isMap(read.contents) ? read : new Document({})
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined) document.delete(key)
    if (value !== undefined && document.get(key) !== value) document.set(key, toNode(value))
  }
  const text =
    isMap(document.contents) && document.contents.items.length > 0 ? document.toString({ lineWidth: 0 }) : ''
  const escaped = text.replaceAll(unreadable, '\\uFFFD')
  return document === read ? escaped : yaml + escaped
}

/** What a source writes for a character that cannot be; as it stands it would tell of a file that is not UTF-8. */
const unreadable = '\ufffd'

/** In quotes where something in it has to be escaped. */
function toNode(value: unknown): unknown {
  if (typeof value !== 'string' || !value.includes(unreadable)) return value
  const node = new Scalar(value)
  node.type = Scalar.QUOTE_DOUBLE
  return node
}
