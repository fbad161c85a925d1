import { ImapFlow } from 'imapflow'
import { formatInstant } from '../../model/instant.ts'
import { Problem } from '../../model/problem.ts'
import type { Door, InboxSource } from '../collect.ts'
import { parseMail } from '../mail/parse-mail.ts'
import { mailToIncoming } from '../mail/to-incoming.ts'
import { toMailboxProblem } from './mailbox-problem.ts'
import type { Mailbox } from './mailbox-settings.ts'

export type MailboxSource = {
  readonly mailbox: Mailbox
  /** Names of the chats that there are. */
  readonly chats: readonly string[]
  /** UTC. */
  readonly now: string
}

/** Days that are looked back: older mail than that was never meant for the inbox. */
const daysBack = 60
/** Of one mail; words come first, and attachments behind them are left where they are. */
const mostBytes = 1_000_000
/** How long a server may be silent. */
const silence = 60_000

/** The mailbox, read and never written: nothing is marked as seen, moved or deleted. */
export function mailboxSource({ mailbox, chats, now }: MailboxSource): InboxSource {
  return {
    name: 'the mailbox',
    read: async (door) => {
      const client = connect(mailbox)
      // A connection that breaks off rejects what is asked; as an event it would end the program.
      client.on('error', () => {})
      try {
        await client.connect()
        await readFolder(client, mailbox, { chats, now, door })
        await client.logout()
      } catch (error) {
        throw toMailboxProblem(error, mailbox)
      } finally {
        client.close()
      }
    },
  }
}

function connect({ host, port, isSecure, isLocal, user, password }: Mailbox): ImapFlow {
  return new ImapFlow({
    host,
    port,
    secure: isSecure,
    // The password would be readable on the way.
    doSTARTTLS: isSecure ? undefined : !isLocal,
    auth: { user, pass: password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: silence,
    greetingTimeout: silence,
    socketTimeout: silence,
    maxLiteralSize: 4 * mostBytes,
    maxResponseSize: 5 * mostBytes,
  })
}

type Reading = {
  readonly chats: readonly string[]
  readonly now: string
  readonly door: Door
}

async function readFolder(
  client: ImapFlow,
  { host, user, folder }: Mailbox,
  reading: Reading,
): Promise<void> {
  const { chats, now, door } = reading
  const { uidValidity } = await client.mailboxOpen(folder, { readOnly: true })
  const since = new Date(Date.parse(now) - daysBack * 86_400_000)
  const uids = await client.search({ since }, { uid: true })
  if (!uids) throw new Problem(`the mailbox: ${folder} cannot be searched: try again later`)
  for (const uid of uids) {
    const sourceId = JSON.stringify([host, user, folder, String(uidValidity), uid])
    if (door.isKnown('email', sourceId)) continue
    const query = { internalDate: true, source: { maxLength: mostBytes } }
    const { source, internalDate } = (await client.fetchOne(String(uid), query, { uid: true })) || {}
    // Deleted since the search.
    if (!source) continue
    const mail = await parseMail(source)
    const at = receivedAt(internalDate) ?? mail.sentAt ?? now
    door.take(mailToIncoming(mail, { sourceIds: [sourceId], at, chats }))
  }
}

function receivedAt(date: Date | string | undefined): string | undefined {
  const millis = date === undefined ? Number.NaN : new Date(date).getTime()
  return Number.isNaN(millis) ? undefined : formatInstant(millis)
}
