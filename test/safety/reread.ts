import { deepStrictEqual } from 'node:assert'
import { toSource } from '../../scripts/markdown/lines.ts'
import { formatSegment, parseSegment } from '../../scripts/markdown/segment-file.ts'
import type { Segment } from '../../scripts/model/session.ts'

const clock = (instant: string) => instant.slice(11, 19)

/** Segments as they come back from their files, with the anchors they had. Throws where they are not the same. */
export function reread(segments: readonly Segment[]): Segment[] {
  return segments.map((written) => {
    const text = formatSegment(written, clock)
    const { blocks, yaml, ...head } = parseSegment(toSource(`${written.key}.md`, text), written.key)
    const posts = blocks.map(({ wanted, line, ...block }, index) => {
      return { ...block, anchor: written.posts[index]?.anchor ?? '' }
    })
    const read = { ...head, posts }
    deepStrictEqual(read, written)
    return read
  })
}
