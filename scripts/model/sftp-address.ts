import { Problem } from './problem.ts'
import type { SftpAddress } from './site.ts'

const usualPort = 22

/**
 * `user@host:path` or `sftp://user@host:port/path`. Undefined where it is neither; throws a Problem for one that holds
 * a password.
 */
export function parseSftp(text: string): SftpAddress | undefined {
  const found = /^sftp:\/\//i.test(text) ? fromUrl(text) : fromShort(text)
  if (found === undefined || !isHost(found.host)) return undefined
  if (found.user !== undefined && !/^[\w.][^\s@:/]*$/.test(found.user)) return undefined
  return /[\0\r\n]/.test(found.path) ? undefined : found
}

/** As messages call it: `user@host:path`, with the port where it is not the usual one. */
export function formatSftp({ user, host, port, path }: SftpAddress): string {
  const name = host.includes(':') ? `[${host}]` : host
  const login = `${user === undefined ? '' : `${user}@`}${name}`
  if (port === usualPort) return `${login}:${path}`
  return `sftp://${login}:${port}/${path.startsWith('/') ? path.slice(1) : `~/${path}`}`
}

function fromShort(text: string): SftpAddress | undefined {
  const [, user, six, name, path] =
    /^(?:([^@\s]+)@)?(?:\[([^\]]+)\]|([^:@\s/]+)):(?!\/\/)(.*)$/s.exec(text) ?? []
  const host = six ?? name
  if (host === undefined || path === undefined) return undefined
  if (user?.includes(':')) throw noPassword()
  return { user, host, port: usualPort, path: path.trim().replace(/^~(\/|$)/, '') || '.' }
}

/** A path that starts with `/~/` begins where a login begins. */
function fromUrl(text: string): SftpAddress | undefined {
  if (!URL.canParse(text)) return undefined
  const { username, password, hostname, port, pathname } = new URL(text)
  if (password !== '') throw noPassword()
  const path = decode(pathname)
  if (path === undefined || path === '' || path === '/') return undefined
  return {
    user: username === '' ? undefined : decode(username),
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? usualPort : Number(port),
    path: /^\/~(\/|$)/.test(path) ? path.slice(3) || '.' : path,
  }
}

function noPassword(): Problem {
  return new Problem(
    'an address with a password in it would be read by others: put the password into .env as PUBLISH_PASSWORD=…',
  )
}

/** What no program could take for an option. */
function isHost(name: string): boolean {
  return /^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/i.test(name) || /^[0-9a-f:.]*:[0-9a-f:.]*(%\w+)?$/i.test(name)
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
