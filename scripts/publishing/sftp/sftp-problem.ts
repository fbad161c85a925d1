import { Problem } from '../../model/problem.ts'

const goesOn = 'the site there works as before, and the same command goes on where this one stopped'

/** By number: the SFTP draft's status codes. By name: the operating system's. */
const sentences: Readonly<Record<string, string>> = {
  2: 'a folder is gone there: see who else changes it, and run the command again',
  3: `you may not write there: choose another folder, or have the right given to this login; ${goesOn}`,
  4: `the server says no more than "failure", which is mostly a full disk or a used-up share: make room; ${goesOn}`,
  8: `the server cannot do what is needed: try npm run publish -- folder, and its own program; ${goesOn}`,
  12: 'this disk is read-only: choose another place',
  14: `there is no room left: make some; ${goesOn}`,
  15: `your share of this disk is used up: make room; ${goesOn}`,
  ENOTFOUND:
    'there is no server of this name: look for a slip of the pen, and see that this computer is online',
  EAI_AGAIN: 'the name of the server cannot be looked up: see that this computer is online',
  ECONNREFUSED:
    'this server takes no SFTP at this port: ask its owner for name and port (sftp://user@host:port/path)',
  EHOSTUNREACH: 'the server cannot be reached: see that this computer is online',
  ENETUNREACH: 'the server cannot be reached: see that this computer is online',
  ETIMEDOUT: 'the server does not answer: see that name and port are right, and that this computer is online',
}

/** What the host can mend, as a Problem; any other error comes back as it is. */
export function toSftpProblem(error: unknown, name: string): unknown {
  if (!(error instanceof Error) || error instanceof Problem) return error
  const code = 'code' in error ? String(error.code) : ''
  const sentence = sentences[code] ?? sentenceOf(error.message)
  return sentence === undefined ? error : new Problem(`${name}: ${sentence}`)
}

function sentenceOf(message: string): string | undefined {
  if (/authentication methods failed/i.test(message)) {
    return 'the server refuses this login: see the name before the @, and give it a key (ssh-add, or PUBLISH_KEY_FILE in .env; one with a passphrase needs ssh-add) or a password (PUBLISH_PASSWORD in .env)'
  }
  if (/waiting for handshake|before handshake|identification|Handshake failed|Protocol/i.test(message)) {
    return 'what answers there speaks no SFTP: ask its owner for name and port (sftp://user@host:port/path)'
  }
  if (/Unable to start subsystem|subsystem/i.test(message)) {
    return 'this server has no SFTP: ask its owner for a login that has'
  }
  return isDrop(new Error(message)) ? dropped : undefined
}

const dropped = `the connection broke off, and could not be made again: see that this computer is online; ${goesOn}`

const drops = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED'])
const absences = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
])

/** Whether a connection was lost, so that a new one may help. */
export function isDrop(error: Error): boolean {
  const code = 'code' in error ? String(error.code) : ''
  return (
    drops.has(code) ||
    /connection (was )?lost|No response from server|Unexpected (end|close) event|Keepalive timeout|ECONNRESET|Not connected/i.test(
      error.message,
    )
  )
}

/** Whether a server that was there before may come back. */
export function isAbsence(error: Error): boolean {
  return (
    isDrop(error) || ('code' in error && absences.has(String(error.code))) || /handshake/i.test(error.message)
  )
}

/** Told once all attempts have failed. */
export function dropProblem(name: string): Problem {
  return new Problem(`${name}: ${dropped}`)
}
