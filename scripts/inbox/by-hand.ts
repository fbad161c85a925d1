import type { Incoming } from './item.ts'
import { hashOf } from './item-files.ts'
import { takeName, tidy } from './named-text.ts'
import { findTag, takeTag } from './tag.ts'

type ByHand = {
  /** As the host pasted it; may begin with a mail's subject line. */
  readonly pasted: string
  readonly chats: readonly string[]
  /** UTC. */
  readonly now: string
}

/** What a host typed in, as it came from nobody's server; the same words are the same thing. */
export function toByHand({ pasted, chats, now }: ByHand): Incoming {
  const { subject, rest } = takeSubject(tidy(pasted))
  const first = takeTag(rest, chats)
  const named = takeName(first.text)
  return {
    network: 'hand',
    sourceIds: [hashOf(`${named.name}\n${named.text}`)],
    at: now,
    tag: findTag(subject, chats) ?? first.tag,
    name: named.name,
    text: named.text,
    sender: undefined,
    consent: 'open',
    doubts: [],
  }
}

/** A mail pasted with its head: of the first lines only what stands behind Subject counts. */
function takeSubject(text: string): { readonly subject: string; readonly rest: string } {
  const lines = text.split('\n')
  const head = lines.findIndex((line) => !/^(?:from|to|cc|date|sent|subject|reply-to)\s*:/i.test(line))
  const subject = lines.slice(0, Math.max(head, 0)).find((line) => /^subject\s*:/i.test(line))
  if (subject === undefined) return { subject: '', rest: text }
  return { subject: subject.replace(/^[^:]*:\s*/, ''), rest: lines.slice(head).join('\n') }
}
