import pRetry from 'p-retry'
import SftpClient from 'ssh2-sftp-client'
import type { SftpAddress } from '../../model/site.ts'
import { askHost, hostProblem, readKnown, remember } from './host-key.ts'
import type { Known } from './known-hosts.ts'
import { findLogins, type Login, type LoginInput, userName } from './logins.ts'
import { dropProblem, isAbsence, isDrop } from './sftp-problem.ts'

/** Files on a server. */
export type Sftp = Awaited<ReturnType<SftpClient['connect']>>

export type SftpConnection = {
  /** Does something there, again after a new login where the connection was lost; it must bear being done twice. */
  readonly run: <T>(work: (sftp: Sftp) => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

export type ConnectionInput = LoginInput & {
  readonly address: SftpAddress
  /** As messages call the place. */
  readonly name: string
  /** Whether an unknown server is the one that is meant; undefined where nobody can say. */
  readonly confirm?: ((question: string) => Promise<boolean>) | undefined
  readonly signal?: AbortSignal | undefined
  /** The first pause before another login, doubled each time. */
  readonly pauseMillis?: number | undefined
}

type Opened = {
  readonly client: SftpClient
  readonly sftp: Sftp
  /** Rejects once the connection is lost. */
  readonly lost: Promise<never>
}

const retries = 4

/** One login for all, made when it is first needed. */
export function createConnection(input: ConnectionInput): SftpConnection {
  const { name, signal, pauseMillis = 1000 } = input
  let current: Promise<Opened> | undefined
  let wasOpen = false
  const opened = async (): Promise<Opened> => {
    current ??= open(input)
    const mine = current
    try {
      const found = await mine
      wasOpen = true
      found.lost.catch(() => {
        if (current === mine) current = undefined
      })
      return found
    } catch (error) {
      if (current === mine) current = undefined
      throw error
    }
  }
  return {
    run: async (work) => {
      const attempt = async () => {
        const { sftp, lost } = await opened()
        return Promise.race([work(sftp), lost])
      }
      const mayPass = (error: Error) =>
        wasOpen ? isAbsence(error) : isDrop(error) && !/handshake/i.test(error.message)
      try {
        return await pRetry(attempt, {
          retries,
          minTimeout: pauseMillis,
          ...(signal && { signal }),
          shouldRetry: ({ error }) => mayPass(error),
        })
      } catch (error) {
        throw wasOpen && error instanceof Error && mayPass(error) ? dropProblem(name) : error
      }
    },
    close: async () => {
      const open = await current?.catch(() => undefined)
      await open?.client.end().catch(() => undefined)
    },
  }
}

async function open(input: ConnectionInput): Promise<Opened> {
  const { address, home, confirm } = input
  const logins = findLogins(address, input)
  const first = await login(address, readKnown(home, address), logins)
  if (first.kind === 'open') return first.opened
  const { key, judged } = first
  if (judged !== 'unknown' || !confirm || !(await confirm(askHost(address, key)))) {
    throw hostProblem(address, key, judged)
  }
  remember(home, address, key)
  const second = await login(address, readKnown(home, address), logins)
  if (second.kind === 'open') return second.opened
  throw hostProblem(address, second.key, second.judged)
}

type Tried =
  | { readonly kind: 'open'; readonly opened: Opened }
  | { readonly kind: 'stranger'; readonly key: Buffer; readonly judged: 'changed' | 'revoked' | 'unknown' }

async function login(address: SftpAddress, known: Known, logins: readonly Login[]): Promise<Tried> {
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
