import type { Clues } from './clues.ts'
import { type Hour, minute } from './hour.ts'

/**
 * Whether a post closes the hour rather than answers: thanks and goodbyes after the end, what the host says to all
 * from then on, and the host's word on next time shortly before it.
 */
export function isClosing(clue: Clues, hour: Hour): boolean {
  if (!clue.toAll || clue.label !== undefined) return false
  if (clue.time < hour.end) {
    return clue.isHost && clue.time >= hour.end - 5 * minute && speaksOfNextTime(clue.words)
  }
  return clue.isHost || speaksOfNextTime(clue.words) || saysFarewell(clue.words)
}

function speaksOfNextTime(words: string): boolean {
  return /\b(?:next (?:week|time|chat|month|session|mon|tues|wednes|thurs|fri|satur|sun)|wythnos nesaf|tro nesaf)/i.test(
    words,
  )
}

/** At the head of the post or of a sentence. */
function saysFarewell(words: string): boolean {
  return /(?:^|[.!?|]|[#@][\p{L}\p{N}_]+)\s*(?:(?:many|big|huge) )?(?:thanks|thank you|thx|cheers|diolch|hwyl|bye|goodbye|good ?night|nos da|see you)\b/iu.test(
    words,
  )
}
