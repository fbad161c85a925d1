import { toDiskProblem } from '../content/disk-problem.ts'
import { Problem } from '../model/problem.ts'

/** What the host can do about a failure that the operating system reports; undefined where it is a bug. */
export function findSystemProblem(error: unknown): Problem | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  if (error.code === 'EADDRINUSE') {
    return new Problem('another program has this port: end it, or choose another port')
  }
  const place = 'path' in error && typeof error.path === 'string' ? error.path : 'the disk'
  const problem = toDiskProblem(error, place)
  return problem instanceof Problem ? problem : undefined
}
