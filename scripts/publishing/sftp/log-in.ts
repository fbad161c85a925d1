import SftpClient from 'ssh2-sftp-client'
import type { SftpAddress } from '../../model/site.ts'
import type { Known } from './known-hosts.ts'
import { type Login, userName } from './logins.ts'

/** Files on a server. */
export type Sftp = Awaited<ReturnType<SftpClient['connect']>>

export type Opened = {
  readonly client: SftpClient
  readonly sftp: Sftp
  /** Rejects once the connection is lost. */
  readonly lost: Promise<never>
}

/** An open connection, or a server whose key is not the one known. */
export type Tried =
  | { readonly kind: 'open'; readonly opened: Opened }
  | { readonly kind: 'stranger'; readonly key: Buffer; readonly judged: 'changed' | 'revoked' | 'unknown' }

/** Logs in once, at a server whose key is known; nothing is told to any other. */
export async function login(address: SftpAddress, known: Known, logins: readonly Login[]): Promise<Tried> {
  const nothing = () => undefined
  const client = new SftpClient('publish', { error: nothing, end: nothing, close: nothing })
  let stranger: Tried | undefined
  const hostVerifier = (key: Buffer) => {
    const judged = known.judge(key)
    if (judged !== 'known') stranger = { kind: 'stranger', key, judged }
    return judged === 'known'
  }
  const lost = new Promise<never>((_, reject) => {
    client.on('close', () => reject(new Error('the connection was lost')))
  })
  lost.catch(nothing)
  try {
    const sftp = await client.connect({
      host: address.host,
      port: address.port,
      username: userName(address.user),
      authHandler: [...logins],
      // Pages pack well, and most lines are slower than packing.
      algorithms: { serverHostKey: keyOrder(known.types), compress: ['zlib@openssh.com', 'none'] },
      hostVerifier,
      readyTimeout: 20_000,
      keepaliveInterval: 10_000,
      keepaliveCountMax: 3,
    })
    return { kind: 'open', opened: { client, sftp, lost } }
  } catch (error) {
    if (stranger) return stranger
    const withoutAgent = logins.filter(({ type }) => type !== 'agent')
    const isAgents = error instanceof Error && /\bagent\b/i.test(error.message)
    if (isAgents && withoutAgent.length < logins.length) return login(address, known, withoutAgent)
    throw error
  }
}

const usualOrder = [
  'ssh-ed25519',
  'ecdsa-sha2-nistp256',
  'ecdsa-sha2-nistp384',
  'ecdsa-sha2-nistp521',
  'rsa-sha2-512',
  'rsa-sha2-256',
  'ssh-rsa',
] as const

/** A server has a key of each type: the one that is known here is asked for first. */
function keyOrder(types: readonly string[]): (typeof usualOrder)[number][] {
  const isKnown = (name: string) => types.includes(name.startsWith('rsa-') ? 'ssh-rsa' : name)
  return [...usualOrder.filter(isKnown), ...usualOrder.filter((name) => !isKnown(name))]
}
