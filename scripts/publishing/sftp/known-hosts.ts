import { createHash, createHmac } from 'node:crypto'

/** What is known of a server's keys. */
export type Known = {
  /** Types such as ssh-ed25519 of which a key of this server is known. */
  readonly types: readonly string[]
  readonly judge: (key: Buffer) => 'known' | 'changed' | 'revoked' | 'unknown'
}

/** Reads files of known hosts, as sshd(8) describes them: names, patterns, hashed names, ports, revoked keys. */
export function findKnown(texts: readonly string[], host: string, port: number): Known {
  const name = hostName(host, port)
  const lines = texts.flatMap((text) => text.split(/\r?\n/)).flatMap(parseLine)
  const own = lines.filter(({ hosts }) => isMeant(hosts, name))
  const trusted = own.filter(({ mark }) => mark === '')
  const revoked = own.filter(({ mark }) => mark === '@revoked')
  return {
    types: [...new Set(trusted.map(({ type }) => type))],
    judge: (key) => {
      const text = key.toString('base64')
      if (revoked.some((line) => line.key === text)) return 'revoked'
      if (trusted.some((line) => line.key === text)) return 'known'
      return trusted.length > 0 ? 'changed' : 'unknown'
    },
  }
}

/** `SHA256:…`, as ssh shows it. */
export function fingerprint(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`
}

/** What makes a server known. */
export function knownLine(host: string, port: number, key: Buffer): string {
  return `${hostName(host, port)} ${keyType(key)} ${key.toString('base64')}`
}

/** A key begins with the length of its type, four bytes, and the type. */
export function keyType(key: Buffer): string {
  return key.subarray(4, 4 + key.readUInt32BE(0)).toString('latin1')
}

type Line = { readonly mark: string; readonly hosts: string; readonly type: string; readonly key: string }

function parseLine(line: string): Line[] {
  const found = /^\s*(?:(@\S+)\s+)?([^#@\s]\S*)\s+(\S+)\s+([A-Za-z0-9+/=]+)/.exec(line)
  if (!found) return []
  const [, mark = '', hosts = '', type = '', key = ''] = found
  return [{ mark, hosts, type, key }]
}

function hostName(host: string, port: number): string {
  return port === 22 ? host.toLowerCase() : `[${host.toLowerCase()}]:${port}`
}

function isMeant(hosts: string, name: string): boolean {
  const [, salt, hash] = /^\|1\|([^|]+)\|([^|]+)$/.exec(hosts) ?? []
  if (salt !== undefined) {
    return createHmac('sha1', Buffer.from(salt, 'base64')).update(name).digest('base64') === hash
  }
  const patterns = hosts.toLowerCase().split(',')
  const matches = (pattern: string) => toPattern(pattern).test(name)
  if (patterns.some((one) => one.startsWith('!') && matches(one.slice(1)))) return false
  return patterns.some(matches)
}

function toPattern(pattern: string): RegExp {
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  return new RegExp(`^${escaped}$`)
}
