import { z } from 'zod'
import { type FieldHashes, fieldNames } from '../model/fields.ts'
import type { Ledger, LedgerPost } from '../model/ledger.ts'
import { compareIds } from '../model/post.ts'
import { Problem } from '../model/problem.ts'
import { segmentOrder } from '../model/session.ts'

/** Version of ledger.json that this program writes. */
const version = 1

const postShape = z.strictObject({
  anchor: z.string().min(1),
  file: z.string().optional(),
  fields: z.partialRecord(z.enum(fieldNames), z.string()).default({}),
})
const shape = z.strictObject({
  format: z.literal(version),
  segments: z.record(z.string(), z.strictObject({ question: z.string(), times: z.string() })),
  posts: z.record(z.string(), postShape),
})

/** Throws a Problem that says how to go on without it. */
export function parseLedger(name: string, text: string): Ledger {
  const json = parseJson(name, text)
  if (isLedger(json)) {
    return { segments: new Map(Object.entries(json.segments)), posts: new Map(Object.entries(json.posts)) }
  }
  const parsed = shape.safeParse(json)
  if (!parsed.success) throw torn(name, 1, parsed.error.issues[0]?.message ?? '')
  const { posts, segments } = parsed.data
  return {
    segments: new Map(Object.entries(segments)),
    posts: new Map(
      Object.entries(posts).map(([id, { anchor, file, fields }]) => [id, { anchor, file, fields }]),
    ),
  }
}

/**
 * Anchors by post, of a ledger that stands just as it is written below; undefined for any other. Several times as
 * fast as to read all of it, which a page has no use for.
 */
export function findAnchors(text: string): ReadonlyMap<string, string> | undefined {
  const posts = text.indexOf(postsBegin)
  if (posts < 0 || !text.startsWith(begin)) return undefined
  const anchors = new Map<string, string>()
  line.lastIndex = posts + postsBegin.length
  for (let match = line.exec(text); match; match = line.exec(text)) {
    const [{ length }, id = '', anchor = '', comma] = match
    anchors.set(id, anchor)
    if (comma === '')
      return match.index + length + end.length === text.length && text.endsWith(end) ? anchors : undefined
  }
  return undefined
}

const begin = `{\n  "format": ${version},\n  "segments": {`
const postsBegin = '\n  "posts": {\n'
const end = '\n  }\n}\n'
const line =
  / {4}"([^"\\]+)": \{"anchor":"([^"\\]+)","file":"[^"\\]*"(?:,"fields":\{(?:"\w+":"[^"\\]*",?)*\})?\}(,\n|(?=\n))/y

type LedgerJson = z.output<typeof shape> & { readonly posts: Readonly<Record<string, LedgerPost>> }

/** The same as the shape says, some ten times as fast; in doubt no, and the shape tells why. */
function isLedger(json: unknown): json is LedgerJson {
  if (!isRecord(json) || json.format !== version || Object.keys(json).length !== 3) return false
  const { segments, posts } = json
  if (!isRecord(segments) || !isRecord(posts)) return false
  return Object.values(segments).every(isSegment) && Object.values(posts).every(isPost)
}

function isSegment(value: unknown): boolean {
  if (!isRecord(value) || Object.keys(value).length !== 2) return false
  return typeof value.question === 'string' && typeof value.times === 'string'
}

function isPost(value: unknown): boolean {
  if (!isRecord(value) || typeof value.anchor !== 'string' || value.anchor === '') return false
  if (typeof value.file !== 'string' || !isRecord(value.fields)) return false
  if (Object.keys(value).length !== 3) return false
  for (const key in value.fields)
    if (typeof value.fields[key] !== 'string' || !fieldNameSet.has(key)) return false
  return true
}

const fieldNameSet: ReadonlySet<string> = new Set(fieldNames)

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A line a post, so that a change in one is a change in one line. */
export function formatLedger(ledger: Ledger): string {
  const segments = [...ledger.segments].sort(([a], [b]) => segmentOrder(a) - segmentOrder(b))
  const posts = [...ledger.posts].sort(([a], [b]) => compareIds(a, b))
  const gone = (fields: FieldHashes) => (Object.keys(fields).length === 0 ? {} : { fields })
  return `{
  "format": ${version},
  "segments": ${formatLines(segments)},
  "posts": ${formatLines(posts.map(([id, { anchor, file, fields }]) => [id, { anchor, file, ...gone(fields) }]))}
}
`
}

function formatLines(entries: readonly (readonly [string, unknown])[]): string {
  if (entries.length === 0) return '{}'
  const lines = entries.map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
  return `{\n${lines.join(',\n')}\n  }`
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    const at = /position (\d+)/.exec(String(error))?.[1]
    const line = text.slice(0, Number(at ?? 0)).split('\n').length
    throw torn(name, line, 'it is cut or was edited by hand')
  }
}

function torn(name: string, line: number, why: string): Problem {
  return new Problem(
    `${name}:${line}: the record of what was written cannot be read (${why}): restore it from the last commit, or run the command again with --adopt to begin a new one`,
  )
}
