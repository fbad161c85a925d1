import type { XProblem } from './answer.ts'

/** X's word for a kind of problem: the last part of its type, as the host before it changes. */
export function kindOf(problem: XProblem): string {
  return problem.type?.split('/').at(-1) ?? ''
}

/** What X says of a problem, on one line. */
export function sentenceOf(problem: XProblem): string {
  const said = problem.detail ?? problem.message ?? problem.title ?? 'no reason given'
  return said
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 300)
}

/** People, posts and pictures that are gone show as such on the page; only other problems need the host. */
const expected = new Set(['resource-not-found', 'not-authorized-for-resource', 'resource-unavailable'])

export function problemWarnings(problems: readonly XProblem[]): string[] {
  const others = problems.filter((problem) => !expected.has(kindOf(problem)))
  return [...new Set(others.map((problem) => `X left something out: ${sentenceOf(problem)}`))].slice(0, 10)
}
