import type { Clues } from './clues.ts'
import { type Found, Past } from './past.ts'

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

/** For each post, in order, its strongest tie to an earlier one. Only one, so that evidence counts once. */
export function findTies(clues: readonly Clues[], off: ReadonlySet<string>): (Tie | undefined)[] {
  const past = new Past()
  const finders = allFinders.filter(({ kind }) => !off.has(kind))
  return clues.map((clue, index) => {
    const tie = findTie(clue, past, finders)
    past.add(clue, index)
    return tie
  })
}

function findTie(clue: Clues, past: Past, finders: readonly Finder[]): Tie | undefined {
  for (const { kind, find, doubt } of finders) {
    const found = find(clue, past)
    if (found) return { to: found.index, kind, doubt: doubt(found.age / minute) }
  }
  return undefined
}

type Finder = {
  readonly kind: TieKind
  readonly find: (clue: Clues, past: Past) => Found | undefined
  /** By minutes between the two. */
  readonly doubt: (minutes: number) => number
}

const allFinders: readonly Finder[] = [
  { kind: 'reply', find: (clue, past) => past.byId(clue, clue.post.replyTo), doubt: () => 0.01 },
  { kind: 'quote', find: findQuoted, doubt: () => 0.05 },
  {
    kind: 'thread',
    find: (clue, past) => past.inThread(clue, 15 * minute),
    doubt: (age) => (age < 5 ? 0.03 : 0.15),
  },
  {
    kind: 'mention',
    find: (clue, past) => past.spokenTo(clue, 60 * minute),
    doubt: (age) => (age < 10 ? 0.1 : 0.2),
  },
  { kind: 'own', find: findOwn, doubt: () => 0.2 },
]

function findQuoted(clue: Clues, past: Past): Found | undefined {
  for (const { id } of clue.pointsAt) {
    const found = past.byId(clue, id)
    if (found) return found
  }
  return undefined
}

/** Someone goes on: two posts to everybody, one soon after the other. A label begins anew. */
function findOwn(clue: Clues, past: Past): Found | undefined {
  if (clue.label !== undefined || clue.isHost || clue.addressed.length > 0) return undefined
  return past.lastToAll(clue, 4 * minute)
}
