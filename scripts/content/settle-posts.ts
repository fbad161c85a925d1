import { problemAt, type Source } from '../markdown/lines.ts'
import type { Block } from '../markdown/parse-post.ts'
import type { SegmentFile } from '../markdown/segment-file.ts'
import type { Ledger } from '../model/ledger.ts'
import { questionNumber, type SegmentKey } from '../model/session.ts'

export type ParsedSegment = { readonly source: Source; readonly file: SegmentFile }

type Place = { readonly source: Source; readonly key: SegmentKey; readonly block: Block }

/**
 * A post in two files was moved by a host who has not deleted it in the first yet: it stands where the ledger
 * does not know it. Two of which the ledger knows neither, or two in one file, are an error.
 */
export function settleTwice(
  parsed: readonly ParsedSegment[],
  readLedger: () => Ledger | undefined,
): { settled: readonly ParsedSegment[]; notices: readonly string[] } {
  const twice = [...placesById(parsed).values()].filter((places) => places.length > 1)
  if (twice.length === 0) return { settled: parsed, notices: [] }
  const ledger = twice.length === 0 ? undefined : readLedger()
  const losers = twice.map((places) => findLoser(places, ledger))
  const dropped = new Set(losers.map(({ block }) => block))
  const settled = parsed.map(({ source, file }) => {
    return { source, file: { ...file, blocks: file.blocks.filter((block) => !dropped.has(block)) } }
  })
  const notices = losers.map(
    ({ source, block }) =>
      `${source.name}:${block.line + 1}: this post now stands in another file as well; that one counts`,
  )
  return { settled, notices }
}

/** Where `q=` wants a post, for posts that are not there yet. */
export function readWishes(parsed: readonly ParsedSegment[]): ReadonlyMap<string, SegmentKey> {
  const keys = new Set(parsed.map(({ file }) => file.key))
  const wishes = new Map<string, SegmentKey>()
  for (const { source, file } of parsed) {
    for (const block of file.blocks) {
      if (block.wanted === undefined) continue
      wishes.set(block.post.id, toKey(source, block, keys))
    }
  }
  return wishes
}

/** Questions share the hour out: none begins before the one before it ends. */
export function refuseOverlaps(parsed: readonly ParsedSegment[]): void {
  const timed = parsed.filter(({ file }) => questionNumber(file.key) !== undefined && file.start && file.end)
  for (const [i, { source, file }] of timed.entries()) {
    const before = timed[i - 1]?.file
    if (before?.end === undefined || file.start === undefined || file.start >= before.end) continue
    const line = source.lines.findIndex((text) => text.startsWith('start:'))
    throw problemAt(
      source,
      Math.max(line, 0),
      `${file.key} begins before ${before.key} ends: move "start" here or "end" there`,
    )
  }
}

function placesById(parsed: readonly ParsedSegment[]): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>()
  for (const { source, file } of parsed) {
    for (const block of file.blocks) {
      const known = places.get(block.post.id)
      const place = { source, key: file.key, block }
      if (known) known.push(place)
      if (!known) places.set(block.post.id, [place])
    }
  }
  return places
}

function findLoser(places: readonly Place[], ledger: Ledger | undefined): Place {
  const [first, second] = places
  if (!first || !second) throw new Error('a post in one place cannot lose')
  const file = ledger?.posts.get(first.block.post.id)?.file
  const loser = places.find(({ key }) => key === file)
  if (places.length === 2 && loser && first.key !== second.key) return loser
  throw problemAt(
    second.source,
    second.block.line,
    `two posts with one id: the other is in ${first.source.name}:${first.block.line + 1}; delete one of them`,
  )
}

function toKey(source: Source, block: Block, keys: ReadonlySet<SegmentKey>): SegmentKey {
  const wanted = block.wanted ?? ''
  const lanes = ['before', 'after', 'outside']
  const key = /^\d+$/.test(wanted) ? `q${wanted}` : wanted
  if (lanes.includes(key) || keys.has(key)) return key
  const questions = [...keys].filter((candidate) => questionNumber(candidate) !== undefined)
  const choices = questions.map((candidate) => candidate.slice(1)).join(', ')
  throw problemAt(
    source,
    block.line + 1,
    `q=${wanted}: there is no such question; write one of ${choices}, or before, after, outside`,
  )
}
