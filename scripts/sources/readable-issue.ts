import type { z } from 'zod'

/** The first thing that a schema found wrong, on one line: `data.3.text is missing`. */
export function readableIssue(error: z.ZodError): string {
  const issue = deepest(error.issues[0])
  if (issue === undefined) return 'it has another shape'
  const place = issue.path.map(String).join('.')
  const what = /received undefined/.test(issue.message) ? 'is missing' : `is wrong (${issue.message})`
  return place === '' ? `it ${what}` : `"${place}" ${what}`
}

type Issue = z.ZodError['issues'][number]

/** Of a union, what was wrong with its first form. */
function deepest(issue: Issue | undefined): Issue | undefined {
  if (issue?.code !== 'invalid_union') return issue
  const inner = deepest(issue.errors[0]?.[0])
  return inner === undefined ? issue : { ...inner, path: [...issue.path, ...inner.path] }
}
