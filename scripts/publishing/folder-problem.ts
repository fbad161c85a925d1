import { Problem } from '../model/problem.ts'

const sentences: Readonly<Record<string, string>> = {
  ENOSPC: 'there is no room left: make some',
  EDQUOT: 'your share of this disk is used up: make room',
  EROFS: 'this disk is read-only: choose another place',
  EACCES: 'you may not write here: give yourself the right to it',
  EPERM: 'you may not write here: give yourself the right to it',
  EISDIR: 'a folder stands where a file should be: move it away',
  ENOTDIR: 'a file stands where a folder should be: move it away',
  EEXIST: 'a file stands where a folder should be: move it away',
  EIO: 'the disk or the connection to it failed: see that it is there',
  ENOTCONN: 'the connection to this disk is gone: connect it again',
  ESTALE: 'the connection to this disk is gone: connect it again',
  ETIMEDOUT: 'the connection to this disk is too slow: try it again later',
}

/** What the host can mend, as a Problem; any other error comes back as it is. */
export function toFolderProblem(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  const sentence = sentences[String(error.code)]
  if (sentence === undefined) return error
  return new Problem(
    `${path}: ${sentence}; the site there works as before, and the same command goes on where this one stopped`,
  )
}
