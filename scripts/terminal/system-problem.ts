/** What the host can do about a failure that the operating system reports; undefined where it is a bug. */
export function findSystemProblem(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  const place = 'path' in error && typeof error.path === 'string' ? `${error.path}: ` : ''
  const sentence = sentences[String(error.code)]
  return sentence && place + sentence
}

const sentences: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: make room and run this again; what was there before is whole',
  EDQUOT: 'your share of the disk is full: make room and run this again; what was there before is whole',
  EACCES: 'this may not be read or written: look at its permissions, then run this again',
  EPERM: 'this may not be read or written: look at its permissions, then run this again',
  EROFS: 'this disk can only be read: move the project to one that can be written',
  EMFILE: 'too many files are open: close other programs and run this again',
  ENAMETOOLONG: 'this name is too long for the disk: move the project to a shorter path',
  EADDRINUSE: 'another program has this port: end it, or choose another port',
}
