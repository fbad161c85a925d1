import { type ParsedMail, simpleParser } from 'mailparser'
import { formatInstant } from '../../model/instant.ts'

/** A mail as far as the inbox wants it: no attachments, no HTML. */
export type Mail = {
  /** '' where there is none. */
  readonly messageId: string
  readonly subject: string
  /** Lower case; '' where there is none. */
  readonly from: string
  /** What its own head says, UTC; undefined where it says nothing that can be read. */
  readonly sentAt: string | undefined
  /** All of its words, with whatever it quotes. */
  readonly text: string
  /** Lower-case name → value, the first of several, folded lines joined. */
  readonly headers: ReadonlyMap<string, string>
  /** Media types of what is attached: `text/calendar`. */
  readonly attached: readonly string[]
}

/** Letters of HTML that are read; more is no answer. */
const mostHtml = 2_000_000

const options = {
  skipTextToHtml: true,
  skipTextLinks: true,
  skipImageLinks: true,
  maxHtmlLengthToParse: mostHtml,
}

/** Reads a mail as it went over the wire, in whatever charset and encoding; what is torn is read as far as it goes. */
export async function parseMail(raw: Uint8Array): Promise<Mail> {
  const mail = await simpleParser(Buffer.from(raw), options)
  const headers = toHeaders(mail)
  return {
    messageId: mail.messageId ?? '',
    subject: mail.subject ?? '',
    from: mail.from?.value[0]?.address?.toLowerCase() ?? '',
    sentAt: toInstant(headers.get('date')),
    text: await wordsOf(mail),
    headers,
    attached: mail.attachments.map(({ contentType }) => contentType),
  }
}

/** Some clients send HTML beside a plain part that is empty. */
async function wordsOf({ text, html }: ParsedMail): Promise<string> {
  if (text?.trim() || typeof html !== 'string') return text ?? ''
  const alone = await simpleParser(`Content-Type: text/html; charset=utf-8\r\n\r\n${html}`, options)
  return alone.text ?? ''
}

function toHeaders({ headerLines }: ParsedMail): ReadonlyMap<string, string> {
  const pairs = headerLines.map(({ key, line }): [string, string] => [
    key,
    line
      .slice(line.indexOf(':') + 1)
      .replace(/\s+/g, ' ')
      .trim(),
  ])
  return new Map(pairs.reverse())
}

function toInstant(date: string | undefined): string | undefined {
  const millis = Date.parse((date ?? '').replace(/\([^)]*\)/g, ''))
  const isSound = millis > Date.UTC(1990) && millis < Date.UTC(2200)
  return isSound ? formatInstant(millis) : undefined
}
