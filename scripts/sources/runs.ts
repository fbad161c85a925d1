import type { Run } from '../model/post.ts'

/** Text as a Post holds it: no empty and no two neighbouring strings. */
export function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (run === '') continue
    if (typeof run === 'string' && typeof last === 'string') joined[joined.length - 1] = last + run
    else joined.push(run)
  }
  return joined
}
