import { invalidRequest, Refused } from './refusals.ts'
import type { Tweet } from './wire.ts'

export type Matcher = (tweet: Tweet, handle: string) => boolean

/** Operators that say nothing by themselves: a query needs one that does beside them. */
type Parsed = { readonly matches: Matcher; readonly standsAlone: boolean }

/**
 * X's query language as far as chats need it: hashtags, words, "phrases", @mentions, from:, conversation_id:,
 * lang:, is:retweet, is:reply, is:quote, has:links; a space is AND, OR binds less, `-` negates, parentheses.
 * Refuses the rest, as X refuses what it does not know.
 */
export function parseQuery(query: string): Matcher {
  const words = query.match(/"[^"]*"|-?\(|\)|[^\s()"]+/g) ?? []
  let at = 0
  const refuse = (message: string) => new Refused(invalidRequest('query', query, message))

  const either = (): Parsed => {
    const parts = [all()]
    while (words[at] === 'OR') {
      at++
      parts.push(all())
    }
    return {
      matches: (tweet, handle) => parts.some((part) => part.matches(tweet, handle)),
      standsAlone: parts.every((part) => part.standsAlone),
    }
  }

  const all = (): Parsed => {
    const parts: Parsed[] = []
    while (at < words.length && words[at] !== 'OR' && words[at] !== ')') parts.push(one())
    if (parts.length === 0) throw refuse(`no viable alternative at input '${words[at] ?? '<EOF>'}'`)
    return {
      matches: (tweet, handle) => parts.every((part) => part.matches(tweet, handle)),
      standsAlone: parts.some((part) => part.standsAlone),
    }
  }

  const one = (): Parsed => {
    const word = words[at++] ?? ''
    if (word === '(' || word === '-(') {
      const inner = either()
      if (words[at++] !== ')') throw refuse(`missing ')' at '<EOF>'`)
      return word === '(' ? inner : negate(inner)
    }
    if (word.startsWith('-')) return negate(toTerm(word.slice(1), refuse))
    return toTerm(word, refuse)
  }

  const whole = either()
  if (at < words.length) throw refuse(`extraneous input '${words[at]}'`)
  if (!whole.standsAlone)
    throw refuse('There were errors processing your request: a query needs a standalone operator')
  return whole.matches
}

function negate({ matches }: Parsed): Parsed {
  return { matches: (tweet, handle) => !matches(tweet, handle), standsAlone: false }
}

function toTerm(word: string, refuse: (message: string) => Refused): Parsed {
  if (word === '') throw refuse(`no viable alternative at input '-'`)
  const colon = word.startsWith('"') ? -1 : word.indexOf(':')
  if (colon > 0) return toOperator(word.slice(0, colon), word.slice(colon + 1), refuse)
  if (word.startsWith('#')) return alone((tweet) => hashtagsOf(tweet).includes(word.slice(1).toLowerCase()))
  if (word.startsWith('@')) return alone((tweet) => mentionsOf(tweet).includes(word.slice(1).toLowerCase()))
  const needle = word.replace(/^"|"$/g, '').toLowerCase()
  return alone((tweet) => wholeText(tweet).toLowerCase().includes(needle))
}

function toOperator(name: string, value: string, refuse: (message: string) => Refused): Parsed {
  if (name === 'conversation_id') return alone((tweet) => tweet.conversation_id === value)
  if (name === 'from') return alone((_, handle) => handle.toLowerCase() === value.toLowerCase())
  if (name === 'lang') return beside((tweet) => tweet.lang === value)
  if (name === 'has' && value === 'links') return beside((tweet) => (tweet.entities?.urls ?? []).length > 0)
  const kind = { retweet: 'retweeted', reply: 'replied_to', quote: 'quoted' }[value]
  if (name === 'is' && kind)
    return beside((tweet) => (tweet.referenced_tweets ?? []).some((one) => one.type === kind))
  throw refuse(
    `Reference to invalid operator '${name}:${value}'. Operator is not available in current product or product packaging.`,
  )
}

function alone(matches: Matcher): Parsed {
  return { matches, standsAlone: true }
}

function beside(matches: Matcher): Parsed {
  return { matches, standsAlone: false }
}

function hashtagsOf(tweet: Tweet): string[] {
  return [...(tweet.entities?.hashtags ?? []), ...(tweet.note_tweet?.entities?.hashtags ?? [])].map((one) =>
    one.tag.toLowerCase(),
  )
}

function mentionsOf(tweet: Tweet): string[] {
  return [...(tweet.entities?.mentions ?? []), ...(tweet.note_tweet?.entities?.mentions ?? [])].map((one) =>
    one.username.toLowerCase(),
  )
}

function wholeText(tweet: Tweet): string {
  return tweet.note_tweet?.text ?? tweet.text
}
