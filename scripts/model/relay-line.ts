import twitterText from 'twitter-text'
import type { Chat } from './chat.ts'
import { sourceText } from './post.ts'
import { type Relayable, relayLead } from './relay.ts'

/** What a post may weigh on X: https://docs.x.com/fundamentals/counting-characters */
const heaviest = 280

/**
 * A ready line for the host to pass an answer on during the chat, in one post: `A2 Gwen Parry, by e-mail: Start with
 * the libraries. #lgovsm`. Cut at a word where it has to be; the page has the rest. When it is fetched, the two
 * are shown as one.
 */
export function relayLine(sent: Relayable, chat: Chat): string {
  const tag = chat.hashtags[0] ?? ''
  const words = sourceText(sent.post).replace(/\s+/g, ' ').trim()
  const hasTag = words.toLowerCase().split(' ').includes(tag.toLowerCase())
  const line = (text: string, isWhole: boolean) =>
    [`${relayLead(sent)}${text}`, ...(tag === '' || (hasTag && isWhole) ? [] : [tag])].join(' ')
  if (fits(line(words, true))) return line(words, true)
  const cut = beginnings(words).find((beginning) => fits(line(`${beginning}…`, false)))
  return line(`${cut ?? ''}…`, false)
}

/** A text cut at each of its words, the longest first; then its first word cut at each letter. */
function beginnings(words: string): string[] {
  const parts = words.slice(0, 2 * heaviest).split(' ')
  const letters = [...(parts[0] ?? '')]
  return [
    ...parts.map((_, i) => parts.slice(0, parts.length - i).join(' ')),
    ...letters.map((_, i) => letters.slice(0, letters.length - i).join('')),
  ].map((beginning) => beginning.replace(/[\s,;:–—-]+$/u, ''))
}

function fits(line: string): boolean {
  return twitterText.parseTweet(line).weightedLength <= heaviest
}
