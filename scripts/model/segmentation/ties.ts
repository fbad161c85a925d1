import type { Clues } from './clues.ts'
import { minute } from './hour.ts'
import { Past } from './past.ts'

/** Why two posts are likely to stand under one question. */
export type TieKind = 'reply' | 'quote' | 'thread' | 'mention' | 'own'

/** A post's bond with an earlier one. */
export type Tie = {
  /** Index of the earlier post. */
  readonly to: number
  readonly kind: TieKind
  /** Odds that the talk has turned to another question between the two: the smaller, the stronger. Above 0. */
  readonly doubt: number
}

/**
 * For each post, in order, its strongest tie to an earlier one; only one, so that evidence counts once. `asked`
 * are the times of the questions in milliseconds. How sure each kind is was counted on recorded chats.
 */
export function findTies(
  clues: readonly Clues[],
  asked: readonly number[],
  off: ReadonlySet<string>,
): (Tie | undefined)[] {
  const past = new Past()
  return clues.map((clue, index) => {
    const scene = { clue, past, asked }
    const tie = finders.map((find) => find(scene)).find((found) => found && !off.has(found.kind))
    past.add(clue, index)
    return tie
  })
}

type Scene = { readonly clue: Clues; readonly past: Past; readonly asked: readonly number[] }
type Finder = (scene: Scene) => Tie | undefined

/** Strongest first. */
const finders: readonly Finder[] = [
  findReplied,
  findQuoted,
  findBegun,
  findSpokenTo,
  findSpokenToToo,
  findOwn,
]

function findReplied({ clue, past }: Scene): Tie | undefined {
  const found = past.withId(clue, clue.post.replyTo)
  return found && { to: found.index, kind: 'reply', doubt: 0.01 }
}

/** Who puts a label above a quotation uses it for another question as often as not. */
function findQuoted({ clue, past }: Scene): Tie | undefined {
  if (clue.label !== undefined) return undefined
  const found = clue.pointsAt
    .map(({ id }) => past.withId(clue, id))
    .find((candidate) => candidate !== undefined)
  return found && { to: found.index, kind: 'quote', doubt: 0.05 }
}

/** What it replies to is not there, but the post that began the conversation is, or another one of it. */
function findBegun({ clue, past }: Scene): Tie | undefined {
  const found = past.withId(clue, clue.post.conversation)
  return found && { to: found.index, kind: 'reply', doubt: 0.1 }
}

/** Talk may turn with every question that is put meanwhile. */
function findSpokenTo({ clue, past, asked }: Scene): Tie | undefined {
  const found = past.spokenTo(clue, 30 * minute)
  if (!found) return undefined
  const turns = countAsked(asked, clue.time - found.age, clue.time)
  const doubt = Math.min(0.5, (found.together ? 0.03 : 0.1) + 0.1 * turns)
  return { to: found.index, kind: found.together ? 'thread' : 'mention', doubt }
}

/** Whoever it speaks to is not there (protected, deleted), but others spoke to them too. */
function findSpokenToToo({ clue, past }: Scene): Tie | undefined {
  const found = past.toSame(clue, 4 * minute)
  return found && { to: found.index, kind: 'mention', doubt: 0.4 }
}

/**
 * Someone goes on: two posts to everybody, one soon after the other. A label begins anew, and so does a question
 * that was put meanwhile, unless it is too fresh to be answered.
 */
function findOwn({ clue, past, asked }: Scene): Tie | undefined {
  if (clue.label !== undefined || clue.isHost || !clue.toAll) return undefined
  const found = past.lastToAll(clue, 4 * minute)
  if (!found || countAsked(asked, clue.time - found.age, clue.time - minute) > 0) return undefined
  return { to: found.index, kind: 'own', doubt: 0.2 }
}

function countAsked(asked: readonly number[], after: number, until: number): number {
  return asked.filter((time) => time > after && time <= until).length
}
