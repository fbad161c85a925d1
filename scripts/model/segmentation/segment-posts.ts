import { compareCodePoints } from '../order.ts'
import { inOrder, type Post } from '../post.ts'
import { questionNumber, type SegmentKey } from '../session.ts'
import { findStretches, toSegment } from './borders.ts'
import { type Clues, readClues, toCast } from './clues.ts'
import { filePosts } from './file-posts.ts'
import { toHour } from './hour.ts'
import { findQuestionLabel } from './labels.ts'
import { findOutside } from './outside.ts'
import { findQuestions, type Question } from './questions.ts'
import { toTimetable } from './time-weights.ts'
import type { Filing, Segmentation, SegmentationInput, Why } from './types.ts'

/**
 * Finds the questions of a session and the one place of every post: `before`, q1 to qN, `after` or `outside`.
 * Depends on nothing but its arguments, and not on the order of the posts. An id that comes twice counts once.
 * `off` names kinds of evidence to do without, which shows what each is worth.
 */
export function segmentPosts(input: SegmentationInput, off: ReadonlySet<string> = new Set()): Segmentation {
  const { corrections } = input
  const hour = toHour(input.times, input.chat)
  const posts = distinct(input.posts)
  const cast = toCast(posts, hour.hosts)
  const clues = posts.map((post) => readClues(post, cast))
  const asked = findQuestions(
    clues.filter((clue) => mayAsk(clue, corrections)),
    hour,
  )
  const count = Math.max(hour.count, ...asked.keys(), ...correctedNumbers(clues, corrections))
  const stretches = findStretches({ times: input.times, asked, count, byClock: off.has('border') })
  const questions = stretches.map((_, i) => asked.get(i + 1)?.text || (input.planned?.[i] ?? ''))
  const outside = findOutside(clues, hour, input.chat)
  const filings = filePosts({
    clues: clues.filter(({ post }) => isInside(post.id, outside, corrections)),
    asking: askingPosts(asked),
    questionAt: (number) => asked.get(number)?.askedAt ?? (questions[number - 1] ? hour.opens : undefined),
    timetable: toTimetable(hour, stretches),
    corrections,
    off,
  })
  return {
    segments: stretches.map((stretch, i) => toSegment(i + 1, stretch, questions[i] ?? '')),
    filings: new Map(
      clues.map(({ post: { id } }) => [id, filings.get(id) ?? toOutside(id, outside, corrections)]),
    ),
  }
}

/** In order; of posts with one id the first, whatever the order they came in. */
function distinct(posts: readonly Post[]): Post[] {
  const byId = new Map<string, Post>()
  for (const post of posts) {
    const other = byId.get(post.id)
    if (!other || compareVersions(post, other) < 0) byId.set(post.id, post)
  }
  return inOrder([...byId.values()])
}

function compareVersions(a: Post, b: Post): number {
  return compareCodePoints(a.at, b.at) || compareCodePoints(JSON.stringify(a), JSON.stringify(b))
}

/** A post that the host moved to another question does not ask the one it is labelled with. */
function mayAsk({ post, words }: Clues, corrections: ReadonlyMap<string, SegmentKey>): boolean {
  const key = corrections.get(post.id)
  const label = key === undefined ? undefined : findQuestionLabel(words)
  return label === undefined || key === `q${label.number}`
}

function correctedNumbers(clues: readonly Clues[], corrections: ReadonlyMap<string, SegmentKey>): number[] {
  return clues.map(({ post }) => questionNumber(corrections.get(post.id) ?? '') ?? 0)
}

function askingPosts(asked: ReadonlyMap<number, Question>): ReadonlyMap<string, number> {
  return new Map([...asked.values()].flatMap(({ number, posts }) => posts.map((id) => [id, number] as const)))
}

function isInside(
  id: string,
  outside: ReadonlyMap<string, Why>,
  corrections: ReadonlyMap<string, SegmentKey>,
): boolean {
  const key = corrections.get(id)
  if (key === 'outside') return false
  return !outside.has(id) || (key !== undefined && isPlace(key))
}

function isPlace(key: SegmentKey): boolean {
  return key === 'before' || key === 'after' || questionNumber(key) !== undefined
}

function toOutside(
  id: string,
  outside: ReadonlyMap<string, Why>,
  corrections: ReadonlyMap<string, SegmentKey>,
): Filing {
  const why = corrections.get(id) === 'outside' ? 'host' : (outside.get(id) ?? 'otherday')
  return { id, key: 'outside', why, runnerUp: undefined }
}
