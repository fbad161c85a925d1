import { homedir } from 'node:os'
import { join } from 'node:path'
import { formatSftp } from '../../model/sftp-address.ts'
import type { SftpAddress } from '../../model/site.ts'
import { siteFolder } from '../../site/make-site.ts'
import { type FilesOptions, publishFiles } from '../publish-files.ts'
import type { Env } from './logins.ts'
import { findRsync } from './rsync.ts'
import { createConnection } from './sftp-connection.ts'
import { requireFolder, sftpPlace } from './sftp-place.ts'

export type SftpOptions = FilesOptions & {
  readonly address: SftpAddress
  /** Whether rsync may be used where both sides have it. */
  readonly rsync: boolean
  readonly env: Env
  /** Whether an unknown server is the one that is meant; undefined where nobody can say. */
  readonly confirm?: ((question: string) => Promise<boolean>) | undefined
  /** Where .ssh is; another place is for tests. */
  readonly home?: string | undefined
  readonly pauseMillis?: number | undefined
}

/** Makes a folder on a server hold the built site; returns lines for the host, the last one says by which way. */
export async function publishSftp(options: SftpOptions): Promise<string[]> {
  const { root, address, home = homedir() } = options
  const name = formatSftp(address)
  const input = { ...options, home, name, folder: join(root, siteFolder) }
  const connection = createConnection(input)
  const plain = sftpPlace(connection, address, name)
  let way: string | undefined
  const findPutMany = async () => {
    const found = options.rsync ? await findRsync(input) : undefined
    way = found ? 'rsync over ssh' : 'SFTP'
    return found
  }
  try {
    await requireFolder(connection, address, name)
    const lines = await publishFiles({ ...plain, findPutMany }, options)
    return way === undefined ? lines : [...lines, `Sent by ${way}`]
  } catch (error) {
    throw plain.toProblem(error)
  } finally {
    await connection.close()
  }
}
