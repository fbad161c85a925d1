import { type Clues, hashtagsIn, hasLink } from './clues.ts'

/**
 * Ids of posts that only use the chat's hashtag to be seen: strangers' lists of other hashtags. Rather too few
 * than too many: who answers or is answered, has a label, or says anything else is no stranger.
 */
export function findSpam(clues: readonly Clues[], hashtags: readonly string[]): ReadonlySet<string> {
  const strangers = new Set(findStrangers(clues, hashtags))
  const known = clues.filter(({ author }) => !strangers.has(author))
  const knownTags = new Set([...hashtags, ...known.flatMap(({ words }) => hashtagsIn(words))])
  const suspects = clues.filter((clue) => strangers.has(clue.author) && countForeign(clue, knownTags) >= 2)
  if (suspects.length === 0) return new Set()
  const knownWords = new Set(known.flatMap(({ words }) => ordinaryWords(words)))
  const noise = suspects.filter((clue) => isNoise(clue, countForeign(clue, knownTags), knownWords))
  return new Set(noise.map(({ post }) => post.id))
}

function countForeign({ words }: Clues, knownTags: ReadonlySet<string>): number {
  return hashtagsIn(words).filter((tag) => !knownTags.has(tag)).length
}

/** Enough of the others' words to tell whether someone shares none of them. */
const enoughWords = 100

function isNoise(clue: Clues, foreign: number, knownWords: ReadonlySet<string>): boolean {
  const words = ordinaryWords(clue.words)
  if (hasLink(clue.post) && words.length <= hashtagsIn(clue.words).length) return true
  if (foreign < 3 || knownWords.size < enoughWords) return false
  return !words.some((word) => knownWords.has(word))
}

/** Authors who neither answer, nor are answered, nor say anything beside hashtags. */
function findStrangers(clues: readonly Clues[], hashtags: readonly string[]): string[] {
  const authors = new Set(clues.map(({ author }) => author))
  const known = new Set<string>()
  for (const clue of clues) {
    const others = clue.addressed.filter((handle) => authors.has(handle))
    for (const handle of others) known.add(handle)
    const own = hashtagsIn(clue.words).every((tag) => hashtags.includes(tag))
    const answers = others.length > 0 || clue.post.replyTo !== undefined || clue.label !== undefined
    const says = own && !hasLink(clue.post) && ordinaryWords(clue.words).length > 0
    if (clue.isHost || answers || says) known.add(clue.author)
  }
  return [...authors].filter((author) => !known.has(author))
}

function ordinaryWords(words: string): string[] {
  const bare = words.replace(/[#@][\p{L}\p{N}\p{M}_.-]*/gu, ' ').toLowerCase()
  return bare.match(/\p{L}[\p{L}\p{M}'’]{2,}/gu) ?? []
}
