import { Problem } from '../model/problem.ts'

const sentences: Readonly<Record<string, string>> = {
  EACCES: 'this may not be read or written: give yourself the right to it and run the command again',
  EPERM: 'this may not be read or written: give yourself the right to it and run the command again',
  EROFS: 'the disk is read-only: copy the project to one that can be written to',
  ENOSPC: 'the disk is full: make room and run the command again; nothing was changed',
  EDQUOT: 'your share of the disk is used up: make room and run the command again; nothing was changed',
  EISDIR: 'a folder stands where a file should be: move it away',
  ENOTDIR: 'a file stands where a folder should be: move it away',
  EMFILE: 'too many files are open on this machine: close some programs and run the command again',
}

/** What the host can mend, as a Problem; any other error comes back as it is. */
export function toDiskProblem(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  const sentence = sentences[String(error.code)]
  return sentence === undefined ? error : new Problem(`${path}: ${sentence}`)
}
