import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Incoming } from '../../../scripts/inbox/item.ts'
import { parseMail } from '../../../scripts/inbox/mail/parse-mail.ts'
import { mailToIncoming } from '../../../scripts/inbox/mail/to-incoming.ts'

const folder = join(import.meta.dirname, '../../fixtures/mails')

/** Names of all mails, without their ending. */
export const mailNames = readdirSync(folder).map((name) => name.replace(/\.eml$/, ''))

/** A mail as it goes over the wire. */
export function rawMail(name: string): Buffer {
  const text = readFileSync(join(folder, `${name}.eml`), 'latin1')
  return Buffer.from(text.replace(/\r?\n/g, '\r\n'), 'latin1')
}

export async function readMail(raw: Buffer): Promise<Incoming> {
  const place = { sourceIds: [], at: '2010-12-18T09:12:00Z', chats: ['lgovsm'] }
  return mailToIncoming(await parseMail(raw), place)
}
