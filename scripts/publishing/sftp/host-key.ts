import { appendFileSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '../../model/problem.ts'
import type { SftpAddress } from '../../model/site.ts'
import { findKnown, fingerprint, type Known, knownLine } from './known-hosts.ts'

/** What this computer knows of a server's keys, as ssh does. */
export function readKnown(home: string, { host, port }: SftpAddress): Known {
  const texts = [join(home, '.ssh/known_hosts'), '/etc/ssh/ssh_known_hosts'].map(readOrNothing)
  return findKnown(texts, host, port)
}

/** Makes a server known, for ssh as well. */
export function remember(home: string, { host, port }: SftpAddress, key: Buffer): void {
  const file = join(home, '.ssh/known_hosts')
  mkdirSync(join(home, '.ssh'), { recursive: true, mode: 0o700 })
  const before = readOrNothing(file)
  const gap = before === '' || before.endsWith('\n') ? '' : '\n'
  appendFileSync(file, `${gap}${knownLine(host, port, key)}\n`, { mode: 0o600 })
}

/** The question whether a server is the one that is meant. */
export function askHost({ host }: SftpAddress, key: Buffer): string {
  return `${host} is new to this computer. Its key is ${fingerprint(key)}. Is that what its owner names?`
}

/** Why no login is tried at a server with this key. */
export function hostProblem(
  { host, port }: SftpAddress,
  key: Buffer,
  judged: 'changed' | 'revoked' | 'unknown',
): Problem {
  const shown = fingerprint(key)
  if (judged === 'revoked') {
    return new Problem(`${host}: the key of this server (${shown}) was revoked here: ask its owner`)
  }
  if (judged === 'changed') {
    return new Problem(
      `${host}: this is not the server that this computer knows: its key is now ${shown}. Nothing was sent. Ask its owner; if the key was changed on purpose, take the old one out with ssh-keygen -R ${port === 22 ? host : `"[${host}]:${port}"`}`,
    )
  }
  return new Problem(
    `${host}: this server is new to this computer, and nobody can be asked here. Compare its key, ${shown}, with what its owner names, then add this line to ~/.ssh/known_hosts: ${knownLine(host, port, key)}`,
  )
}

function readOrNothing(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
