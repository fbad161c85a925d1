import type { Blog } from './blog.ts'
import { toNoteAnswer } from './people-shape.ts'
import { readNumber } from './read-listing.ts'
import { badParameter, Refused } from './refusals.ts'
import type { Note } from './wire.ts'

/** Notes an answer holds. */
const pageSize = 50

const modes: Readonly<Record<string, (note: Note) => boolean>> = {
  all: () => true,
  likes: (note) => note.type === 'like',
  conversation: (note) => note.type === 'reply' || (note.type === 'reblog' && note.text !== ''),
  rollup: (note) => note.type !== 'reply',
  reblogs_with_tags: (note) => note.type === 'reblog',
}

/** What people did with a post, newest first, a page of it. */
export function listNotes(blog: Blog, query: URLSearchParams): Record<string, unknown> {
  const { id } = blog.find(query.get('id') ?? '')
  const mode = query.get('mode') ?? 'all'
  const isShown = modes[mode]
  if (!isShown) throw new Refused(badParameter(`mode: not ${mode}`))
  const unit = mode === 'conversation' ? 1000 : 1 / 1000
  const before = (readNumber(query, 'before_timestamp') ?? Number.POSITIVE_INFINITY) / unit
  const all = blog.notes.filter((one) => one.postId === id).sort((a, b) => b.at - a.at)
  const open = all.filter((one) => isShown(one) && one.at < before)
  const page = open.slice(0, pageSize)
  const next = open.length > pageSize ? page.at(-1) : undefined
  return {
    notes: page.map((one) => toNoteAnswer(blog, one)),
    ...(mode === 'conversation' ? toRollup(blog, all) : {}),
    total_notes: mode === 'all' || mode === 'conversation' ? all.length : all.filter(isShown).length,
    ...(next
      ? { _links: { next: toLink(blog, { id, mode, before_timestamp: String(next.at * unit) }) } }
      : {}),
  }
}

function toRollup(blog: Blog, all: readonly Note[]): Record<string, unknown> {
  const others = all.filter((one) => !modes.conversation?.(one))
  const count = (type: Note['type']) => all.filter((one) => one.type === type).length
  return {
    rollup_notes: others.slice(0, pageSize).map((one) => toNoteAnswer(blog, one)),
    total_likes: count('like'),
    total_reblogs: count('reblog'),
  }
}

function toLink(blog: Blog, query: Readonly<Record<string, string>>): Record<string, unknown> {
  const href = `/v2/blog/${blog.name}.tumblr.com/notes?${new URLSearchParams(query)}`
  return { href, method: 'GET', query_params: query }
}
