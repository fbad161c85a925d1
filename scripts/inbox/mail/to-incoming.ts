import type { Incoming } from '../item.ts'
import { hashOf } from '../item-files.ts'
import { takeName } from '../named-text.ts'
import { findTag, takeTag } from '../tag.ts'
import { automaticDoubts } from './automatic.ts'
import type { Mail } from './parse-mail.ts'
import { toReplyText } from './reply-text.ts'

export type MailPlace = {
  /** Ids that its server has for it; [] for a file. */
  readonly sourceIds: readonly string[]
  /** When it arrived, UTC. */
  readonly at: string
  /** Names of the chats that there are. */
  readonly chats: readonly string[]
}

/** A mail as something that came in. The name of its sender is not taken, only the one on its "Name to show" line. */
export function mailToIncoming(mail: Mail, { sourceIds, at, chats }: MailPlace): Incoming {
  const { text: words, isPassedOn } = toReplyText(mail.text)
  const first = takeTag(words, chats)
  const { name, text } = takeName(first.text)
  const tag = findTag(mail.subject, chats) ?? first.tag
  return {
    network: 'email',
    sourceIds: [mailId(mail), ...sourceIds],
    at,
    tag,
    name,
    text,
    sender: mail.from || undefined,
    // Whoever passes on what another wrote cannot say that it may be shown.
    consent: tag && !isPassedOn ? 'sent in' : 'open',
    doubts: automaticDoubts(mail),
  }
}

/** The same for copies in several folders; an id that a broken client gives to every mail is not enough. */
function mailId({ messageId, from, text, subject }: Mail): string {
  return `${messageId} ${hashOf(JSON.stringify([from, subject, text]))}`
}
