import { readClues, toCast } from '../model/segmentation/clues.ts'
import { segmentPosts } from '../model/segmentation/segment-posts.ts'
import type { Segmentation, SegmentationInput } from '../model/segmentation/types.ts'

export type Score = { readonly right: number; readonly of: number }

/** Posts whose place is the one that someone gave them by hand; one in a lane is wrong. */
export function scoreTruth(
  input: SegmentationInput,
  truth: ReadonlyMap<string, number>,
  off?: ReadonlySet<string>,
): Score {
  return compare(segmentPosts(input, off), truth)
}

/** Labelled posts that the other evidence puts where their label says, each label hidden in turn. */
export function scoreHiddenLabels(input: SegmentationInput, off?: ReadonlySet<string>): Score {
  const labels = answerLabels(input)
  let right = 0
  for (const [id, number] of labels) {
    const found = segmentPosts({ ...input, posts: hide(input, new Set([id])) }, off)
    if (found.filings.get(id)?.key === `q${number}`) right++
  }
  return { right, of: labels.size }
}

/** The same with all labels hidden at once. */
export function scoreWithoutLabels(input: SegmentationInput, off?: ReadonlySet<string>): Score {
  const labels = answerLabels(input)
  return compare(segmentPosts({ ...input, posts: hide(input, new Set(labels.keys())) }, off), labels)
}

function compare(found: Segmentation, truth: ReadonlyMap<string, number>): Score {
  const right = [...truth].filter(([id, number]) => found.filings.get(id)?.key === `q${number}`).length
  return { right, of: truth.size }
}

/** Posts labelled "A1" to "A9", the host's aside. */
function answerLabels({ posts, times }: SegmentationInput): ReadonlyMap<string, number> {
  const cast = toCast(posts, new Set(times.hosts.map((handle) => handle.toLowerCase())))
  return new Map(
    posts.flatMap((post) => {
      const { label, isHost } = readClues(post, cast)
      if (isHost || label?.kind !== 'answer' || label.number > times.segments.length) return []
      return [[post.id, label.number] as const]
    }),
  )
}

/** The posts with what labels some of them taken out of their text. */
function hide({ posts }: SegmentationInput, ids: ReadonlySet<string>) {
  return posts.map((post) => {
    if (!ids.has(post.id)) return post
    return {
      ...post,
      text: post.text.map((run) =>
        typeof run === 'string' ? run.replace(/#?\b[aq]\.?\d{1,2}\b/gi, '') : run,
      ),
    }
  })
}
