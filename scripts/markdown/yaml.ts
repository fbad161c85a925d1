import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type YAMLError } from 'yaml'
import type { Problem } from '../model/problem.ts'

export type Path = readonly PropertyKey[]

export type Yaml = {
  readonly values: Readonly<Record<string, unknown>>
  /** Where a path of keys stands, counted from 1. */
  readonly lineOf: (path: Path) => number
}

/**
 * A mapping in YAML. Every value is text, as it stands in the file, for a schema to understand: ids keep all
 * their digits, `13:00` stays a time and `no` a word. `problem` makes the error for a line counted from 1.
 */
export function parseYaml(text: string, problem: (line: number, says: string) => Problem): Yaml {
  const lines = new LineCounter()
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, strict: true })
  const problemAt = (offset: number, says: string) => problem(lines.linePos(offset).line, says)
  const [error] = document.errors
  if (error) throw problemAt(error.pos[0], sayError(error))
  visit(document, {
    Alias: (_, node) => {
      throw problemAt(node.range?.[0] ?? 0, 'a value cannot begin with "*": put it in quotation marks')
    },
    Scalar: (_, node) => {
      if (node.value !== '' || !/^\S/.test(node.comment ?? '')) return
      const hashtag = `#${node.comment?.split(/\s/)[0]}`
      throw problemAt(
        node.range?.[0] ?? 0,
        `"#" begins a comment here: write "${hashtag}" in quotation marks`,
      )
    },
  })
  if (document.contents !== null && !isMap(document.contents)) {
    throw problemAt(0, 'this is no list of settings: write lines such as "title: Our chat"')
  }
  const lineOf: Yaml['lineOf'] = (path) => {
    let node: unknown = document.contents
    let offset = 0
    for (const step of path) {
      const next = stepInto(node, step)
      const place = next?.key
      if (!hasRange(place)) break
      offset = place.range[0]
      node = next?.value ?? place
    }
    return lines.linePos(offset).line
  }
  return { values: readMapping(document.toJS()), lineOf }
}

function stepInto(node: unknown, step: PropertyKey): { key: unknown; value: unknown } | undefined {
  if (isSeq(node)) return { key: node.items[Number(step)], value: undefined }
  if (!isMap(node)) return undefined
  // What is a list to the schema may be lines of "date: reason" in the file.
  if (typeof step === 'number') return node.items[step]
  return node.items.find(({ key }) => isScalar(key) && key.value === step)
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
}

function sayError(error: YAMLError): string {
  const [sentence = ''] = error.message.split(/ at line [0-9]/)
  if (error.code === 'TAB_AS_INDENT') return 'a tab stands at the beginning of this line: use spaces'
  if (error.code === 'DUPLICATE_KEY') return 'this setting stands here for the second time: keep one of them'
  if (error.code === 'MULTIPLE_DOCS') return '"---" begins a second file here: take the line out'
  if (error.code === 'BAD_SCALAR_START') {
    return 'a value cannot begin with this character: put it in quotation marks'
  }
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY') {
    return 'two colons in one line, or a line set in too far: put the value in quotation marks, or start the line further left'
  }
  return `${sentence}: put values that hold ":", "#" or brackets in quotation marks, one setting a line`
}

function readMapping(value: unknown): Yaml['values'] {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
