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
  if (first === undefined || others.length === 0 || 'reason' in parse(first)) {
    throw new Problem(`${file}:${lineOf(whole, body)}: ${sentence(whole.reason)}`)
  }
  return lines.flatMap((line, index) => (isFilled(line) ? [parseLine(line, `${file}:${index + 1}`)] : []))
}

function parseLine(line: string, where: string): Document {
  const parsed = parse(line)
  if ('value' in parsed) return { value: parsed.value, where }
  throw new Problem(`${where}: ${sentence(parsed.reason)}`)
}

type Failed = { readonly reason: string }

function parse(text: string): { readonly value: unknown } | Failed {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) }
  }
}

/** A cut file ends within a value or a string. Only then does the engine speak of the end. */
function sentence(reason: string): string {
  const isCut = /end of JSON|Unterminated|Expected .* in JSON/i.test(reason)
  return `${isCut ? 'the JSON is cut off' : 'this is not JSON'}: get the file again, whole`
}

/** The engine tells the position for most faults; a cut file is at fault where it ends. */
function lineOf(failed: Failed, text: string): number {
  const position = /position (\d+)/.exec(failed.reason)?.[1]
  return text.slice(0, position === undefined ? text.length : Number(position)).split('\n').length
}

function isFilled(line: string): boolean {
  return line.trim() !== ''
}
