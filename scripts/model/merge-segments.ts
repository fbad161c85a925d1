import { hashHead, type Ledger, type LedgerSegment } from './ledger.ts'
import { compareCodePoints } from './order.ts'
import { compareIds } from './post.ts'
import type { FoundSegment } from './segmentation/types.ts'
import { type FiledPost, questionNumber, type Segment, type SegmentKey, segmentOrder } from './session.ts'
import type { Stored } from './stored.ts'

export type SegmentsInput = {
  readonly stored: Stored | undefined
  readonly ledger: Ledger
  readonly found: readonly FoundSegment[]
  readonly filed: readonly { readonly item: FiledPost; readonly key: SegmentKey }[]
}

/** Segments in reading order with their posts; question and times are the host's where the host edited them. */
export function mergeSegments({ stored, ledger, found, filed }: SegmentsInput): Segment[] {
  const before = new Map(stored?.session.segments.map((segment) => [segment.key, segment]))
  const fresh = new Map(found.map((segment) => [segment.key, segment]))
  const keys = new Set([...before.keys(), ...fresh.keys(), ...filed.map(({ key }) => key)])
  return [...keys]
    .sort((a, b) => segmentOrder(a) - segmentOrder(b))
    .map((key): Segment => {
      const head = mergeHead(before.get(key), fresh.get(key), ledger.segments.get(key))
      const posts = filed.filter((one) => one.key === key).map(({ item }) => item)
      return { key, ...head, intro: before.get(key)?.intro ?? '', posts: posts.sort(asSaid) }
    })
    .filter((segment) => fresh.has(segment.key) || !isEmpty(segment))
}

type Head = Pick<Segment, 'question' | 'start' | 'end'>

function mergeHead(stored: Head | undefined, found: Head | undefined, base: LedgerSegment | undefined): Head {
  if (!found) return { question: stored?.question ?? '', start: stored?.start, end: stored?.end }
  if (!stored) return { question: found.question, start: found.start, end: found.end }
  const here = hashHead(stored)
  const question = here.question === base?.question ? found.question : stored.question || found.question
  const { start, end } = here.times === base?.times || isUntimed(stored, base) ? found : stored
  return { question, start, end }
}

/** A file that is new and says nothing of its time. */
function isUntimed({ start, end }: Head, base: LedgerSegment | undefined): boolean {
  return base === undefined && start === undefined && end === undefined
}

function isEmpty({ key, question, intro, posts }: Segment): boolean {
  const asked = questionNumber(key) !== undefined && question !== ''
  return posts.length === 0 && intro === '' && !asked
}

function asSaid(a: FiledPost, b: FiledPost): number {
  return compareCodePoints(a.post.at, b.post.at) || compareIds(a.post.id, b.post.id)
}
