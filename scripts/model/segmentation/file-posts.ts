import { questionNumber, type SegmentKey } from '../session.ts'
import { type Found, toShares, weigh } from './belief.ts'
import { isClosing } from './closing.ts'
import type { Clues } from './clues.ts'
import { tieReason, timeReason, topPlace } from './reasons.ts'
import { findTies, type Tie } from './ties.ts'
import { type Timetable, timeWeights } from './time-weights.ts'
import type { Filing, Placing, Why } from './types.ts'

export type Filable = {
  readonly clues: readonly Clues[]
  /** Post id → number of the question that it asks. */
  readonly asking: ReadonlyMap<string, number>
  /** When a question was known, in milliseconds; undefined where nobody asked or planned it. */
  readonly questionAt: (number: number) => number | undefined
  readonly timetable: Timetable
  readonly corrections: ReadonlyMap<string, SegmentKey>
  readonly off: ReadonlySet<string>
}

/** Files each post where its own evidence and that of the posts it is tied to point. */
export function filePosts(filable: Filable): ReadonlyMap<string, Filing> {
  const { clues, timetable } = filable
  const placed = clues.map((clue) => findOwnPlace(clue, filable))
  const times = clues.map((clue) => toShares(timeWeights(clue, timetable)))
  const ties = findFilableTies(filable)
  const named = placed.map((own) => own?.place)
  const found = weigh({ times, ties, named })
  return new Map(
    clues.map(({ post: { id } }, i) => {
      const [first, runnerUp] = toPlacings(found[i], placed[i], timetable)
      return [id, { id, ...first, runnerUp }]
    }),
  )
}

/** Where nobody asked, the clock alone decides, and goodbyes follow nobody. */
function findFilableTies({ clues, timetable, off }: Filable): (Tie | undefined)[] {
  const { exact, stretches, hour } = timetable
  if (exact) return []
  const asked = stretches.filter((stretch) => stretch.asked).map(({ start }) => start)
  return findTies(clues, asked, off).map((tie, i) =>
    clues[i] && isClosing(clues[i], hour) ? undefined : tie,
  )
}

type OwnPlace = { readonly place: number; readonly why: Why }

/** What a post says of its place itself, so that nothing else can overrule it; the host's word comes first. */
function findOwnPlace({ post, label, time }: Clues, filable: Filable): OwnPlace | undefined {
  const { asking, questionAt, timetable, corrections, off } = filable
  const corrected = placeOf(corrections.get(post.id), timetable)
  if (corrected !== undefined) return { place: corrected, why: 'host' }
  const asks = asking.get(post.id)
  if (asks !== undefined) return { place: asks, why: 'question' }
  const known = label && questionAt(label.number)
  if (label === undefined || known === undefined || off.has('label')) return undefined
  // "Q3 …" before the question is about it, "A3 …" is an answer all the same: some know it beforehand.
  if (label.kind === 'question' && time < known) return undefined
  return { place: label.number, why: 'label' }
}

/** 0 is before, 1 to N are the questions, N + 1 is after. */
function placeOf(key: SegmentKey | undefined, { stretches }: Timetable): number | undefined {
  if (key === 'before') return 0
  if (key === 'after') return stretches.length + 1
  const number = questionNumber(key ?? '')
  return number !== undefined && number <= stretches.length ? number : undefined
}

function toKey(place: number, { stretches }: Timetable): SegmentKey {
  if (place === 0) return 'before'
  return place > stretches.length ? 'after' : `q${place}`
}

/** Below this share of the first place's weight a second one is no doubt worth showing. */
const worthShowing = 0.2

function toPlacings(
  found: Found | undefined,
  own: OwnPlace | undefined,
  timetable: Timetable,
): [Placing, Placing | undefined] {
  const weights = found?.weights ?? []
  const first = own?.place ?? topPlace(weights)
  const second = topPlace(weights, first)
  const toPlacing = (place: number): Placing => ({
    key: toKey(place, timetable),
    why: (found && tieReason(place, found)) ?? timeReason(place, timetable.stretches),
  })
  const shown = (weights[second] ?? 0) > worthShowing * (weights[first] ?? 0)
  return [
    own ? { key: toKey(first, timetable), why: own.why } : toPlacing(first),
    shown ? toPlacing(second) : undefined,
  ]
}
