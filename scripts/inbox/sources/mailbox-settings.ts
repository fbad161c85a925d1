import { Problem } from '../../model/problem.ts'

/** A folder on a mail server, and who may read it. */
export type Mailbox = {
  readonly host: string
  readonly port: number
  /** TLS from the first byte; else it is asked for before the password is sent. */
  readonly isSecure: boolean
  /** On this computer, where nobody listens. */
  readonly isLocal: boolean
  readonly folder: string
  readonly user: string
  readonly password: string
}

type Env = Readonly<Record<string, string | undefined>>

/** Undefined where no mailbox is set; throws a Problem where it is set by half. */
export function findMailbox(env: Env): Mailbox | undefined {
  const { INBOX_IMAP_URL: address, INBOX_IMAP_USER: user, INBOX_IMAP_PASSWORD: password } = env
  if (!address) return undefined
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !/^imaps?:$/.test(url.protocol) || !url.hostname || url.username || url.password) {
    throw new Problem(
      'INBOX_IMAP_URL: write the address of the mail server such as imaps://imap.example.org/INBOX, without name and password',
    )
  }
  if (!user || !password) {
    throw new Problem(`${user ? 'INBOX_IMAP_PASSWORD' : 'INBOX_IMAP_USER'} is missing: put it into .env`)
  }
  const isSecure = url.protocol === 'imaps:'
  return {
    host: url.hostname,
    port: Number(url.port) || (isSecure ? 993 : 143),
    isSecure,
    isLocal: /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname),
    folder: decodeURIComponent(url.pathname.slice(1)) || 'INBOX',
    user,
    password,
  }
}
