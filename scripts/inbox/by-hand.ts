import type { Incoming, Tag } from './item.ts'
import { hashOf } from './item-files.ts'
import { cleanName, takeName, tidy } from './named-text.ts'
import { findTag } from './tag.ts'

type ByHand = {
  /** As the host pasted it; may begin with a mail's subject line. */
  readonly pasted: string
  /** Given on the command line: `lgovsm 2010-12-17 Q2`. */
  readonly wanted: string | undefined
  /** Given on the command line. */
  readonly name: string | undefined
  readonly chats: readonly string[]
  /** UTC. */
  readonly now: string
}

/** What a host typed in, as it came from nobody's server; the same words are the same thing. */
export function toByHand({ pasted, wanted, name, chats, now }: ByHand): Incoming {
  const { subject, rest } = takeSubject(tidy(pasted))
  const named = takeName(rest)
  return {
    network: 'hand',
    sourceIds: [hashOf(`${named.name}\n${named.text}`)],
    at: now,
    tag: tagOf(wanted, chats) ?? findTag(subject, chats),
    name: cleanName(name ?? '') || named.name,
    text: named.text,
    sender: undefined,
    consent: 'open',
    doubts: [],
  }
}

function tagOf(wanted: string | undefined, chats: readonly string[]): Tag | undefined {
  return wanted === undefined ? undefined : findTag(`[${wanted}]`, chats)
}

/** A mail pasted with its head: of the first lines only what stands behind Subject counts. */
function takeSubject(text: string): { readonly subject: string; readonly rest: string } {
  const lines = text.split('\n')
  const head = lines.findIndex((line) => !/^(?:from|to|cc|date|sent|subject|reply-to)\s*:/i.test(line))
  const subject = lines.slice(0, Math.max(head, 0)).find((line) => /^subject\s*:/i.test(line))
  if (subject === undefined) return { subject: '', rest: text }
  return { subject: subject.replace(/^[^:]*:\s*/, ''), rest: lines.slice(head).join('\n') }
}
