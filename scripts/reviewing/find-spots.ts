import { sessionFolder } from '../content/folder.ts'
import { toSource } from '../markdown/lines.ts'
import { parseSegment } from '../markdown/segment-file.ts'
import type { OpenSession } from './open-session.ts'

/** Where a post stands in the files. Lines counted from 0. */
export type PostSpot = {
  readonly path: string
  /** Of its heading. */
  readonly line: number
  /** Of its pictures without a description, in their order. */
  readonly bare: readonly number[]
}

/** By post id; a post that stands in two files is where it counts. */
export function findSpots({
  chat,
  folder,
}: Pick<OpenSession, 'chat' | 'folder'>): ReadonlyMap<string, PostSpot> {
  const spots = new Map<string, PostSpot>()
  for (const segment of folder.session.segments) {
    const path = `${sessionFolder(chat.name, folder.session.date)}/${segment.key}.md`
    const source = toSource(path, folder.files.get(path) ?? '')
    const counts = new Set(segment.posts.map(({ post }) => post.id))
    const { blocks } = parseSegment(source, segment.key)
    for (const [i, { post, line }] of blocks.entries()) {
      const end = blocks[i + 1]?.line ?? source.lines.length
      const bare = source.lines.flatMap((text, at) =>
        at > line && at < end && text.startsWith('![](') ? [at] : [],
      )
      if (counts.has(post.id)) spots.set(post.id, { path, line, bare })
    }
  }
  return spots
}
