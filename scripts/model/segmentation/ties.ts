import type { Clues } from './clues.ts'
import { Past } from './past.ts'

/** Why two posts are likely to stand under one question. */
export type TieKind = 'reply' | 'quote' | 'thread' | 'mention' | 'own'

/** A post's bond with an earlier one. */
export type Tie = {
  /** Index of the earlier post. */
  readonly to: number
  readonly kind: TieKind
  /** Odds that the question has changed between the two, to none: the smaller, the stronger the tie. Above 0. */
  readonly doubt: number
}

const minute = 60_000

/**
 * For each post, in order, its strongest tie to an earlier one; only one, so that evidence counts once.
 * `asked` are the times of the questions.
 */
export function findTies(
  clues: readonly Clues[],
  asked: readonly number[],
  off: ReadonlySet<string>,
): (Tie | undefined)[] {
  const past = new Past(asked)
  return clues.map((clue, index) => {
    const tie = finders.map((find) => find(clue, past)).find((found) => found && !off.has(found.kind))
    past.add(clue, index)
    return tie
  })
}

type Finder = (clue: Clues, past: Past) => Tie | undefined

/** Strongest first. */
const finders: readonly Finder[] = [findReplied, findQuoted, findSpokenTo, findSpokenToBefore, findOwn]

function findReplied(clue: Clues, past: Past): Tie | undefined {
  const found = past.byId(clue, clue.post.replyTo)
  return found && { to: found.index, kind: 'reply', doubt: 0.01 }
}

function findQuoted(clue: Clues, past: Past): Tie | undefined {
  const found = clue.pointsAt
    .map(({ id }) => past.byId(clue, id))
    .find((candidate) => candidate !== undefined)
  return found && { to: found.index, kind: 'quote', doubt: 0.05 }
}

function findSpokenTo(clue: Clues, past: Past): Tie | undefined {
  const found = past.spokenTo(clue, 30 * minute)
  if (!found) return undefined
  const { index: to, age, together } = found
  return together
    ? { to, kind: 'thread', doubt: age < 5 * minute ? 0.03 : age < 10 * minute ? 0.15 : 0.4 }
    : { to, kind: 'mention', doubt: age < 10 * minute ? 0.1 : 0.4 }
}

/** Whoever it speaks to is not there (protected, deleted): others spoke to them too. */
function findSpokenToBefore(clue: Clues, past: Past): Tie | undefined {
  const found = past.toSame(clue, 4 * minute)
  return found && { to: found.index, kind: 'mention', doubt: 0.4 }
}

/** Someone goes on: two posts to everybody, one soon after the other. A label begins anew. */
function findOwn(clue: Clues, past: Past): Tie | undefined {
  if (clue.label !== undefined || clue.isHost || !clue.toAll) return undefined
  const found = past.lastToAll(clue, 4 * minute)
  return found && { to: found.index, kind: 'own', doubt: 0.2 }
}
