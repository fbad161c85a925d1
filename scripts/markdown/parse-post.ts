import { isInstant } from '../model/instant.ts'
import type { Post } from '../model/post.ts'
import { emptied } from '../model/removed.ts'
import type { FiledPost } from '../model/session.ts'
import { type Attributes, decodeValue, parseAttributes } from './attributes.ts'
import { isBlank, problemAt, type Source } from './lines.ts'
import { parseBody } from './parse-body.ts'
import { parseHeading } from './parse-heading.ts'

/** A post's block as it stands in a file. */
export type Block = Omit<FiledPost, 'anchor'> & {
  /** Where the host wants it: `1` for `q=1`, or a lane's name. */
  readonly wanted: string | undefined
  /** Line of the heading, counted from 0. */
  readonly line: number
}

/** The block from the heading at `from` to the line before `to`. Throws a Problem with file and line. */
export function parseBlock(source: Source, from: number, to: number): Block {
  const comment = findComment(source, from, to)
  const attributes = readAttributes(source, comment)
  const expects = { text: attributes.get('text') !== 'none', poll: attributes.has('poll') }
  const body = parseBody(source.lines.slice(comment + 1, to), expects)
  const heading = parseHeading(source.lines[from] ?? '')
  const read: Reading = { source, line: comment, attributes }
  const post: Post = {
    id: requireId(source, from, readValue(read, 'id')),
    at: requireInstant(source, comment, attributes.get('at')),
    author: { id: readValue(read, 'user'), handle: heading.handle, name: heading.name },
    url: heading.url,
    text: body.text,
    media: body.media,
    poll: attributes.has('poll') ? { options: body.options, endsAt: readValue(read, 'poll') } : undefined,
    lang: readValue(read, 'lang'),
    replyTo: readValue(read, 'reply'),
    replyToUser: readValue(read, 'to'),
    conversation: readValue(read, 'thread'),
    quotes: readValue(read, 'quote'),
    quoted:
      body.quoted.length === 0 ? undefined : parseQuoted(source, comment + 1 + body.quotedAt, body.quoted),
    repostOf: readValue(read, 'repost'),
    versions: readList(read, 'versions'),
    sensitive: attributes.has('sensitive'),
    withheldIn: readList(read, 'withheld'),
  }
  const why = attributes.get('why') || 'host'
  const relay = readValue(read, 'relay')
  return {
    // Whatever else a host left standing there when writing `removed` into the comment.
    post: attributes.has('removed') ? emptied(post) : post,
    why,
    hidden: attributes.has('hide'),
    note: body.note,
    ...(relay !== undefined && { relay }),
    wanted: attributes.get('q') || undefined,
    line: from,
  }
}

/** The same block again, inside `> `. */
function parseQuoted(source: Source, at: number, lines: readonly string[]): Post {
  const inner = { name: source.name, lines, first: source.first + at }
  return { ...parseBlock(inner, 0, lines.length).post, quoted: undefined }
}

function findComment(source: Source, from: number, to: number): number {
  let line = from + 1
  while (line < to && isBlank(source.lines[line])) line++
  const text = line < to ? (source.lines[line] ?? '') : ''
  if (text.startsWith('<!--')) return line
  throw problemAt(source, from, 'a post needs an id: add one, or move the text into index.md')
}

const known = new Set(
  'id at user reply to thread quote repost lang versions sensitive withheld poll text removed why hide relay q'.split(
    ' ',
  ),
)

function readAttributes(source: Source, line: number): Attributes {
  const attributes = parseAttributes(source.lines[line] ?? '')
  if (!attributes)
    throw problemAt(
      source,
      line,
      'the comment is torn: it must begin with "<!-- " and end with "-->" on the same line',
    )
  for (const key of attributes.keys()) {
    if (known.has(key)) continue
    throw problemAt(
      source,
      line,
      `"${key}" means nothing here: write q=1 to move the post, or hide to leave it off the page`,
    )
  }
  return attributes
}

type Reading = { readonly source: Source; readonly line: number; readonly attributes: Attributes }

function readValue(read: Reading, key: string): string | undefined {
  return decoded(read, read.attributes.get(key))
}

function readList(read: Reading, key: string): string[] {
  const value = read.attributes.get(key)
  return value === undefined ? [] : value.split(',').flatMap((item) => decoded(read, item) ?? [])
}

function decoded({ source, line }: Reading, value: string | undefined): string | undefined {
  if (value === undefined || value === '') return undefined
  const found = decodeValue(value)
  if (found === undefined) throw problemAt(source, line, `"${value}" is torn: restore the comment as it was`)
  return found
}

function requireId(source: Source, line: number, id: string | undefined): string {
  if (id !== undefined) return id
  throw problemAt(source, line, 'a post needs an id: add one, or move the text into index.md')
}

function requireInstant(source: Source, line: number, at: string | undefined): string {
  if (at !== undefined && isInstant(at)) return at
  throw problemAt(source, line, 'a post needs its time, as in at=2010-12-17T13:02:11Z')
}
