import pRetry from 'p-retry'
import type { SftpAddress } from '../../model/site.ts'
import { askHost, hostProblem, readKnown, remember } from './host-key.ts'
import { login, type Opened, type Sftp } from './log-in.ts'
import { findLogins, type LoginInput } from './logins.ts'
import { dropProblem, isAbsence, isDrop } from './sftp-problem.ts'

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
