import { questionNumber, type SegmentKey } from '../session.ts'
import { toShares, weigh } from './belief.ts'
import type { Clues } from './clues.ts'
import { type Evidence, findReason, timeReason, topPlace } from './reasons.ts'
import { findTies } from './ties.ts'
import { type Timetable, timeWeights } from './time-weights.ts'
import type { Filing, Placing, Why } from './types.ts'

export type Filable = {
  readonly clues: readonly Clues[]
  /** Post id → number of the question that it asks. */
  readonly asking: ReadonlyMap<string, number>
  readonly hasQuestion: (number: number) => boolean
  readonly timetable: Timetable
  readonly corrections: ReadonlyMap<string, SegmentKey>
  readonly off: ReadonlySet<string>
}

/** Files each post where its own evidence and that of the posts it is tied to point. */
export function filePosts(filable: Filable): ReadonlyMap<string, Filing> {
  const { clues, timetable, off } = filable
  const placed = clues.map((clue) => findOwnPlace(clue, filable))
  const times = clues.map((clue) => toShares(timeWeights(clue, timetable)))
  const ties = timetable.exact
    ? clues.map(() => undefined)
    : findTies(
        clues,
        timetable.stretches.filter(({ asked }) => asked).map(({ start }) => start),
        off,
      )
  const named = placed.map((own) => own?.place)
  const weights = weigh({ times, ties, named })
  return new Map(
    clues.map(({ post: { id } }, i) => {
      const evidence = { time: times[i] ?? [], together: weights[i] ?? [], tie: ties[i] }
      const [first, runnerUp] = toPlacings(evidence, placed[i], timetable)
      return [id, { id, ...first, runnerUp }]
    }),
  )
}

type OwnPlace = { readonly place: number; readonly why: Why }

/** What a post says of its place itself, so that nothing else can overrule it; the host's word comes first. */
function findOwnPlace({ post, label }: Clues, filable: Filable): OwnPlace | undefined {
  const { asking, hasQuestion, timetable, corrections, off } = filable
  const corrected = placeOf(corrections.get(post.id), timetable)
  if (corrected !== undefined) return { place: corrected, why: 'host' }
  const asks = asking.get(post.id)
  if (asks !== undefined) return { place: asks, why: 'question' }
  if (label === undefined || !hasQuestion(label) || off.has('label')) return undefined
  return { place: label, why: 'label' }
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
const worthShowing = 0.02

function toPlacings(
  evidence: Evidence,
  own: OwnPlace | undefined,
  timetable: Timetable,
): [Placing, Placing | undefined] {
  const weights = evidence.together
  const first = own?.place ?? topPlace(weights)
  const second = topPlace(weights, first)
  const reason = (place: number, against: number): Placing => ({
    key: toKey(place, timetable),
    why: findReason(place, against, evidence) ?? timeReason(place, timetable.stretches),
  })
  const shown = (weights[second] ?? 0) > worthShowing * (weights[first] ?? 0)
  return [
    own ? { key: toKey(first, timetable), why: own.why } : reason(first, second),
    shown ? reason(second, first) : undefined,
  ]
}
