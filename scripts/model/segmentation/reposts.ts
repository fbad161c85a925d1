import type { Clues } from './clues.ts'

/** Ids of posts that only say again, word for word, what another post of the session has said: "RT @sam: …". */
export function findReposts(clues: readonly Clues[]): ReadonlySet<string> {
  const said = new Map<string, string[]>()
  for (const clue of clues) said.set(clue.author, [...(said.get(clue.author) ?? []), lettersOf(clue.words)])
  return new Set(clues.filter((clue) => isRepost(clue, said)).map(({ post }) => post.id))
}

function isRepost(clue: Clues, said: ReadonlyMap<string, readonly string[]>): boolean {
  if (clue.post.repostOf !== undefined) return true
  const match = /^\s*RT:?\s+@([\w.-]+?)[:\s]+(.*)$/s.exec(clue.words)
  if (!match) return false
  const [, handle = '', quoted = ''] = match
  const letters = lettersOf(quoted)
  return letters !== '' && (said.get(handle.toLowerCase()) ?? []).some((text) => text.startsWith(letters))
}

/** What is left when networks and people have shortened, linked and spaced it anew. */
function lettersOf(words: string): string {
  return words
    .replace(/(?:…|\.\.\.)[\s|]*$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()
}
