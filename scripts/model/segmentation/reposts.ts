import type { Clues } from './clues.ts'

/** Ids of posts that only say again, word for word, what another post of the session has said: "RT @sam: …". */
export function findReposts(clues: readonly Clues[]): ReadonlySet<string> {
  const reposts = clues.filter((clue) => {
    if (clue.post.repostOf !== undefined) return true
    const [, handle = '', quoted = ''] = /^\s*RT:?\s+@([\w.-]+?)[:\s]+(.*)$/s.exec(clue.words) ?? []
    return handle !== '' && hasSaid(handle.toLowerCase(), lettersOf(quoted), clues)
  })
  return new Set(reposts.map(({ post }) => post.id))
}

function hasSaid(author: string, letters: string, clues: readonly Clues[]): boolean {
  if (letters === '') return false
  return clues.some((clue) => clue.author === author && lettersOf(clue.words).startsWith(letters))
}

/** What is left when networks and people have shortened, linked and spaced it anew. */
function lettersOf(words: string): string {
  return words
    .replace(/(?:…|\.\.\.)[\s|]*$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()
}
