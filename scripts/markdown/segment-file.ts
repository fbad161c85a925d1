import { z } from 'zod'
import { isInstant } from '../model/instant.ts'
import type { FiledPost, Segment } from '../model/session.ts'
import { type Clock, formatFiledPost } from './format-post.ts'
import { lineOfKey, parseFrontMatter, setKeys } from './front-matter.ts'
import { joinTrimmed, problemAt, type Source } from './lines.ts'
import { type Block, parseBlock } from './parse-post.ts'

/** A segment's file as read: its posts are blocks, which know their line and the host's wishes. */
export type SegmentFile = Omit<Segment, 'posts'> & {
  readonly blocks: readonly Block[]
  /** Front matter as it stands in the file. */
  readonly yaml: string
}

/** Throws a Problem with file and line for anything that cannot be understood. */
export function parseSegment(source: Source, key: string): SegmentFile {
  refuseConflict(source)
  const front = parseFrontMatter(source)
  const { question, start, end } = readValues(source, front.values)
  const starts = source.lines.flatMap((line, i) => (i >= front.next && line.startsWith('### ') ? [i] : []))
  const first = starts[0] ?? source.lines.length
  refuseStrayComment(source, front.next, first)
  const blocks = starts.map((from, i) => parseBlock(source, from, starts[i + 1] ?? source.lines.length))
  const intro = joinTrimmed(source.lines.slice(front.next, first))
  return { key, question, start, end, intro, blocks, yaml: front.yaml }
}

/** The whole file. `yaml` is the front matter as it stood, so that a host's own keys and comments stay. */
export function formatSegment(segment: Segment, clock: Clock, yaml = ''): string {
  const values = { question: segment.question || undefined, start: segment.start, end: segment.end }
  const front = setKeys(yaml, values).trimEnd()
  const blocks = segment.posts.map((filed: FiledPost) => formatFiledPost(filed, clock))
  const parts = [front === '' ? '' : `---\n${front}\n---`, segment.intro, ...blocks]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

const instant = z.string().refine(isInstant)
const shape = z.looseObject({
  question: z.string().optional(),
  start: instant.optional(),
  end: instant.optional(),
})

function readValues(
  source: Source,
  values: Readonly<Record<string, unknown>>,
): Pick<Segment, 'question' | 'start' | 'end'> {
  const parsed = shape.safeParse(values)
  if (!parsed.success) {
    const key = String(parsed.error.issues[0]?.path[0] ?? '')
    const example = key === 'question' ? 'one line of text' : 'an instant, as in 2010-12-17T13:00:00Z'
    throw problemAt(source, lineOfKey(source, key), `"${key}" must be ${example}`)
  }
  const { question, start, end } = parsed.data
  if (start !== undefined && end !== undefined && start > end) {
    throw problemAt(source, lineOfKey(source, 'end'), '"end" must not come before "start"')
  }
  return { question: question ?? '', start, end }
}

function refuseConflict(source: Source): void {
  const line = source.lines.findIndex((text) => /^[<>=]/.test(text) && /^(<{7} |>{7} |={7}$)/.test(text))
  if (line < 0) return
  throw problemAt(
    source,
    line,
    'two versions of this file were merged and not settled: keep one and delete the marks',
  )
}

/** A comment with an id that no heading announces: its post would be lost. */
function refuseStrayComment(source: Source, from: number, to: number): void {
  for (let line = from; line < to; line++) {
    if (!/^<!--[ \t]+id=/.test(source.lines[line] ?? '')) continue
    throw problemAt(
      source,
      line,
      'a post lost its heading: put a line that begins with "### " above this one',
    )
  }
}
