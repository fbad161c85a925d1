import { Problem } from '../../model/problem.ts'
import type { Mailbox } from './mailbox-settings.ts'

const cannotConnect =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|CONNECT_TIMEOUT|GREETING_TIMEOUT)$/i
const brokeOff =
  /^(?:ECONNRESET|EPIPE|NoConnection|ETIMEOUT|EConnectionClosed|ClosedAfterConnect\w*|UpgradeTimeout)$/i
const tls =
  /^(?:ERR_TLS\w*|ERR_SSL\w*|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT\w*|UNABLE_TO_\w+|EPROTO)$/

/** What the host can do about it, as a Problem that holds neither name nor password; a bug comes back as it is. */
export function toMailboxProblem(error: unknown, { host, port, folder }: Mailbox): unknown {
  if (!(error instanceof Error) || error instanceof Problem) return error
  const { code, authenticationFailed, mailboxMissing } = error as MailError
  const place = `the mailbox at ${host}`
  const word = String(code)
  if (authenticationFailed) {
    return new Problem(
      `${place}: name and password are not accepted: check INBOX_IMAP_USER and INBOX_IMAP_PASSWORD; some providers want a password made for one program`,
    )
  }
  if (mailboxMissing) return new Problem(`${place}: there is no folder "${folder}": see INBOX_IMAP_URL`)
  if (tls.test(word)) {
    return new Problem(
      `${place}: its certificate, or its encryption, cannot be trusted: check INBOX_IMAP_URL`,
    )
  }
  if (cannotConnect.test(word)) {
    return new Problem(`${place}: nothing answers at port ${port}: check INBOX_IMAP_URL, or try again later`)
  }
  if (brokeOff.test(word)) {
    return new Problem(`${place}: the connection broke off: run it again, it goes on where it was`)
  }
  if (error.name === 'TypeError' || error.name === 'ReferenceError') return error
  return new Problem(`${place}: it cannot be read: ${error.message}: try again later`)
}

type MailError = { code?: unknown; authenticationFailed?: boolean; mailboxMissing?: boolean }
