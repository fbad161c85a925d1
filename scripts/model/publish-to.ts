import { parseSftp } from './sftp-address.ts'
import type { PublishTo } from './site.ts'

/**
 * The place that words name: `pages`, `folder` and a path, `sftp` and `user@host:path`, or an address that starts with
 * `sftp://`. Undefined where they name none.
 */
export function findPlace([kind = '', ...rest]: readonly string[]): PublishTo | undefined {
  const [where] = rest
  if (/^sftp:\/\//i.test(kind) && rest.length === 0) return toSftp(kind)
  if (/^pages$/i.test(kind) && rest.length === 0) return { kind: 'pages' }
  if (where === undefined || where.trim() === '' || rest.length > 1) return undefined
  if (/^sftp$/i.test(kind)) return toSftp(where.trim())
  return /^folder$/i.test(kind) ? { kind: 'folder', path: where.trim() } : undefined
}

function toSftp(text: string): PublishTo | undefined {
  const address = parseSftp(text)
  return address && { kind: 'sftp', ...address }
}
