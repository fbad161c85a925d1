import type { z } from 'zod'
import { type Path, parseYaml } from '../markdown/yaml.ts'
import { Problem } from '../model/problem.ts'

/** Reads settings in YAML. Throws a Problem with file and line. */
export function parseSettings<S extends z.ZodType>(schema: S, text: string, file: string): z.output<S> {
  refuseOtherEncoding(text, file)
  const { values, lineOf } = parseYaml(text, (line, says) => new Problem(`${file}:${line}: ${says}`))
  const parsed = schema.safeParse(values)
  if (parsed.success) return parsed.data
  const [first] = parsed.error.issues
    .map((issue) => ({ line: lineOf(pathOf(issue)), says: sayIssue(issue) }))
    .sort((a, b) => a.line - b.line)
  throw new Problem(`${file}:${first?.line ?? 1}: ${first?.says ?? 'this cannot be read'}`)
}

/** What is not UTF-8 was read as U+FFFD. */
function refuseOtherEncoding(text: string, file: string): void {
  const at = text.indexOf('\ufffd')
  if (at < 0) return
  const line = text.slice(0, at).split('\n').length
  throw new Problem(`${file}:${line}: this is not UTF-8: save the file again with the encoding UTF-8`)
}

function pathOf(issue: z.core.$ZodIssue): Path {
  return issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path
}

function sayIssue(issue: z.core.$ZodIssue): string {
  const setting = issue.path.find((step) => typeof step === 'string')
  return setting === undefined ? issue.message : `${setting}: ${issue.message}`
}
