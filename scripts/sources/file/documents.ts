import { Problem } from '../../model/problem.ts'

/** A JSON value and where it stands: the file, or file:line in JSONL. */
export type Document = { readonly value: unknown; readonly where: string }

/** JSON, JSONL (a value a line), or a file of an X archive (`window.YTD.tweets.part0 = [...]`). */
export function parseDocuments(text: string, file: string): Document[] {
  const body = text.replace(/^\s*window\.[\w.]+\s*=/, '')
  const whole = parse(body)
  if ('value' in whole) return [{ value: whole.value, where: file }]
  const lines = body.split('\n')
  const [first, ...others] = lines.filter(isFilled)
  if (first === undefined || others.length === 0 || 'isCut' in parse(first)) {
    throw new Problem(`${file}:${lineAt(whole.position, body)}: ${sentence(whole)}`)
  }
  return lines.flatMap((line, index) => (isFilled(line) ? [parseLine(line, `${file}:${index + 1}`)] : []))
}

function parseLine(line: string, where: string): Document {
  const parsed = parse(line)
  if ('value' in parsed) return { value: parsed.value, where }
  throw new Problem(`${where}: ${sentence(parsed)}`)
}

/** Why a text is no JSON, and the offset at which that shows. */
type Failed = { readonly isCut: boolean; readonly position: number }

function parse(text: string): { readonly value: unknown } | Failed {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    return toFailed(error instanceof Error ? error.message : '', text)
  }
}

/** The engine tells the position of most faults; a cut file is at fault where it ends. */
function toFailed(message: string, text: string): Failed {
  const end = text.trimEnd().length
  const told = /position (\d+)/.exec(message)?.[1]
  const position = told === undefined ? end : Number(told)
  return { isCut: /end of JSON/.test(message) || (told !== undefined && position >= end), position }
}

function sentence({ isCut }: Failed): string {
  return `${isCut ? 'the JSON is cut off' : 'this is not JSON'}: get the file again, whole`
}

function lineAt(position: number, text: string): number {
  return text.slice(0, position).split('\n').length
}

function isFilled(line: string): boolean {
  return line.trim() !== ''
}
