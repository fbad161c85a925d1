import type { Clues } from './clues.ts'
import { headingOf } from './heading.ts'
import { type Hour, minute } from './hour.ts'
import { findHeadLabel, findQuestionLabel } from './labels.ts'

/** A question the host put to everybody. */
export type Question = {
  readonly number: number
  /** Milliseconds; when it was first put within the hour, undefined where that was only before. */
  readonly askedAt: number | undefined
  readonly text: string
  /** Ids of the posts that ask it: the first, and what goes on with it. */
  readonly posts: readonly string[]
}

/**
 * The questions of one session by number. `clues` are in order; posts that the host moved to another question
 * are to be left out by the caller.
 */
export function findQuestions(clues: readonly Clues[], hour: Hour): ReadonlyMap<number, Question> {
  const askings = clues.flatMap((clue) => findAsking(clue) ?? [])
  const found = new Map<number, Question>()
  for (const number of numbersIn(askings, hour.count)) {
    const asking = choose(
      askings.filter((candidate) => candidate.number === number),
      found.get(number - 1),
      hour,
    )
    if (asking) found.set(number, toQuestion(asking, clues, hour))
  }
  return found
}

type Asking = {
  readonly clue: Clues
  readonly number: number
  /** 2 where a mark or a question mark says that it is one, 1 where it only looks like one. */
  readonly strength: number
  readonly again: boolean
}

/** A host's post that puts a question to everybody: labelled, addressed to nobody, and not only about one. */
function findAsking(clue: Clues): Asking | undefined {
  if (!clue.isHost || clue.post.repostOf !== undefined || /^\s*RT\b/.test(clue.words)) return undefined
  if (/^\s*@/.test(clue.words)) return undefined
  const label = findQuestionLabel(clue.words)
  if (label?.kind !== 'question') return undefined
  const asks = /[?؟？]/.test(label.rest)
  if (label.leadIn !== '' && !label.marked) return undefined
  const strength = wordCount(label.rest) >= 2 && (label.marked || asks) ? 2 : looksAsked(label.rest) ? 1 : 0
  if (strength === 0) return undefined
  return { clue, number: label.number, strength, again: isAgain(label.rest) }
}

function isAgain(rest: string): boolean {
  return /^\W*(?:again|repeat(?:ed)?|reminder|recap|once more|still)\b/i.test(rest)
}

/** Begins like a sentence; "Q3 results are out" does not. */
function looksAsked(rest: string): boolean {
  if (wordCount(rest) < 2) return false
  return /^\W*(?:\p{Lu}|(?:what|which|who|whose|how|why|when|where|do|does|did|is|are|was|were|have|has|can|could|should|would|will|if|tell|share|describe|name)\b)/u.test(
    rest,
  )
}

function wordCount(text: string): number {
  return text.match(/(?<![#@\p{L}\p{N}])[\p{L}\p{N}]+/gu)?.length ?? 0
}

/** Numbers in order, as long as each is planned or follows closely on one that is there. */
function numbersIn(askings: readonly Asking[], count: number): number[] {
  const numbers = [...new Set(askings.map(({ number }) => number))].sort((a, b) => a - b)
  const kept: number[] = []
  for (const number of numbers) {
    const last = Math.max(count, kept.at(-1) ?? 0)
    if (number >= 1 && number <= last + 2) kept.push(number)
  }
  return kept
}

/** The first good one within the hour after the question before it, else the last one before the hour. */
function choose(askings: readonly Asking[], before: Question | undefined, hour: Hour): Asking | undefined {
  const within = askings.filter(
    ({ clue }) =>
      clue.time >= hour.start - 10 * minute && clue.time < hour.end + Math.max(hour.part, 10 * minute),
  )
  const best = bestOf(within)
  const after = best.filter(({ clue }) => before?.askedAt === undefined || clue.time > before.askedAt)
  return after[0] ?? best[0] ?? bestOf(askings.filter(({ clue }) => clue.time < hour.start)).at(-1)
}

function bestOf(askings: readonly Asking[]): Asking[] {
  const first = askings.filter(({ again }) => !again)
  const pool = first.length > 0 ? first : askings
  const strength = Math.max(...pool.map((asking) => asking.strength))
  return pool.filter((asking) => asking.strength === strength)
}

function toQuestion(asking: Asking, clues: readonly Clues[], hour: Hour): Question {
  const parts = [asking.clue, ...continuations(asking, clues)]
  const isWithin = asking.clue.time >= hour.start - 10 * minute
  return {
    number: asking.number,
    askedAt: isWithin ? asking.clue.time : undefined,
    text: headingOf(
      parts.map(({ words }) => words),
      hour.hashtags,
    ),
    posts: parts.map(({ post }) => post.id),
  }
}

/** The host's next posts to everybody, where the question runs on in them. */
function continuations(asking: Asking, clues: readonly Clues[]): Clues[] {
  const { clue, number } = asking
  const found: Clues[] = []
  let last = clue
  for (const next of clues.slice(clues.indexOf(clue) + 1)) {
    if (next.time - last.time > 3 * minute) break
    if (next.author !== clue.author || /^\s*\.?@/.test(next.words)) continue
    if (!runsOn(last, next, number)) break
    found.push(next)
    last = next
  }
  return found
}

function runsOn(last: Clues, next: Clues, number: number): boolean {
  const label = findHeadLabel(next.words)
  if (label) return label.number === number && /^\W*(?:cont|part|ctd|\(?2\/)/i.test(label.rest)
  const end = last.words.replace(/(?:[\s|]|#[\p{L}\p{N}_]+)+$/u, '')
  if (/(?:…|\.\.|\bcont(?:'?d|inued|\.)?\)?|\b1\/\d\)?|\(1\)|\+|>|→|[,:–—-])$/i.test(end)) return true
  if (/^\s*(?:…|\.\.|\+|\(?(?:cont|ctd)|\(?[2-9]\/[2-9])|\b[2-9]\/[2-9]\)?(?:[\s|]|#\w+)*$/i.test(next.words))
    return true
  return !/[?؟？]/.test(last.words) && /[?؟？]/.test(next.words) && next.time - last.time <= 90_000
}
