import type { Chat } from './chat.ts'
import { cutToFit, fits } from './fit-post.ts'
import { sourceText } from './post.ts'
import { type Relayable, relayLead } from './relay.ts'

/**
 * A ready line for the host to pass an answer on during the chat, in one post: `A2 Gwen Parry, by e-mail: Start with
 * the libraries. #lgovsm`. Cut at a word where it has to be; the page has the rest. When it is fetched, the two
 * are shown as one.
 */
export function relayLine(sent: Relayable, chat: Chat): string {
  const tag = chat.hashtags[0] ?? ''
  const words = sourceText(sent.post).replace(/\s+/g, ' ').trim()
  const hasTag = words.toLowerCase().split(' ').includes(tag.toLowerCase())
  const lead = relayLead(sent)
  const end = tag === '' ? '' : ` ${tag}`
  const whole = `${lead}${words}${hasTag ? '' : end}`
  return fits(whole) ? whole : `${lead}${cutToFit(lead, words, end) ?? '…'}${end}`
}
